namespace ForwardForward.Imaging.Digits;

/// <summary>Tells ink from paper.</summary>
internal static class InkExtraction
{
    // Fainter differences than this, of 255, are dirt or compression, not ink.
    private const float FaintestInk = 20;
    private const double NoiseFactor = 3;

    /// <summary>
    /// Ink in [0, 1]: the distance from the paper's brightness towards the side that differs more, stretched so that the strongest ink
    /// is 1; null when nothing differs.
    /// </summary>
    public static GreyPicture? Extract(GreyPicture brightness)
    {
        var paper = PaperGround.Fit(brightness);
        var (width, height) = (brightness.Width, brightness.Height);
        var difference = GreyPicture.Make(width, height, (x, y) => (float)(brightness[x, y] - paper.At(((x + 0.5) / width) - 0.5, ((y + 0.5) / height) - 0.5)));
        var sorted = (float[])difference.Values.Clone();
        Array.Sort(sorted);

        // A few pixels may be glare or dead: the strongest ink is that which some have reached.
        var few = Math.Min(sorted.Length - 1, Math.Max(2, sorted.Length / 1000));
        var (darker, lighter) = (-sorted[few], sorted[^(few + 1)]);
        var sign = lighter > darker ? 1 : -1;
        var strongest = Math.Max(darker, lighter);
        var noise = (float)(NoiseFactor * paper.Noise);
        if (strongest < FaintestInk || strongest < 2 * noise)
        {
            return null;
        }

        return GreyPicture.Make(width, height, (x, y) => Math.Clamp(((sign * difference[x, y]) - noise) / (strongest - noise), 0, 1));
    }
}
