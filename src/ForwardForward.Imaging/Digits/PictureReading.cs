namespace ForwardForward.Imaging.Digits;

/// <summary>The way from a decoded picture to a digit.</summary>
internal static class PictureReading
{
    // A digit that fills a quarter of the picture still has four pixels for each one of the result; more would only cost time.
    private const int WorkingSide = 320;

    /// <summary>The digit in a picture of brightness; null when there is no ink.</summary>
    public static byte[]? Read(GreyPicture brightness)
    {
        var longer = Math.Max(brightness.Width, brightness.Height);
        if (longer > WorkingSide)
        {
            var scale = WorkingSide / (double)longer;
            brightness = brightness.Resized(Math.Max(1, (int)Math.Round(brightness.Width * scale)), Math.Max(1, (int)Math.Round(brightness.Height * scale)));
        }

        return InkExtraction.Extract(brightness) is { } ink ? InkFitting.AsItIs(ink) ?? InkFitting.Fit(InkComponents.Clean(ink)) : null;
    }
}
