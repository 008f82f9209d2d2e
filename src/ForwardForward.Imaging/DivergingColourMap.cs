namespace ForwardForward.Imaging;

/// <summary>
/// Colours for signed values: blue below zero, nearly white at zero, orange above. Lightness falls evenly from the middle to both ends
/// (0.975 to 0.40 in OKLab, Ottosson 2020) and is the same on both sides, and blue against orange is told apart by colour-blind eyes too.
/// </summary>
public static class DivergingColourMap
{
    /// <summary>Colours 0xRRGGBB at equal distances from -1 to +1; between them red, green and blue are interpolated. Browsers draw with the same.</summary>
    public static IReadOnlyList<int> Stops { get; } =
    [
        0x0f4786, 0x115aaa, 0x176ecd, 0x3c85df, 0x5e9deb, 0x82b4f4, 0xa8cbf8, 0xcfe1f9,
        0xf7f7f7,
        0xf5d9c9, 0xefbb9c, 0xe79d70, 0xda8045, 0xca650f, 0xac5407, 0x8e4404, 0x713503,
    ];

    /// <summary>A weight that is no finite number: a grey that is no colour of the map.</summary>
    public const int NotFinite = 0x6b6b6b;

    /// <summary>
    /// The colour 0xRRGGBB of a value in [-1, 1]; values beyond take the end's colour, NaN and infinities <see cref="NotFinite"/>.
    /// </summary>
    public static int At(float value)
    {
        if (!float.IsFinite(value))
        {
            return NotFinite;
        }

        var position = (Math.Clamp(value, -1, 1) + 1) / 2 * (Stops.Count - 1);
        var stop = Math.Min((int)position, Stops.Count - 2);
        var share = position - stop;
        var (from, to) = (Stops[stop], Stops[stop + 1]);
        return (Mix(from >> 16, to >> 16, share) << 16) | (Mix(from >> 8, to >> 8, share) << 8) | Mix(from, to, share);
    }

    private static int Mix(int from, int to, float share) => (int)MathF.Round((from & 255) + (((to & 255) - (from & 255)) * share));
}
