using ForwardForward.Imaging.Codec;

namespace ForwardForward.Imaging.Digits;

/// <summary>The way from a decoded picture to a digit.</summary>
internal static class PictureReading
{
    // A digit that fills a quarter of the picture still has four pixels for each one of the result; more would only cost time.
    private const int WorkingSide = 320;

    /// <summary>The digit in a picture; null when there is no ink.</summary>
    public static byte[]? Read(DecodedPicture picture)
    {
        var scale = Math.Min(1, WorkingSide / (double)Math.Max(picture.Width, picture.Height));
        var (width, height) = (Math.Max(1, (int)Math.Round(picture.Width * scale)), Math.Max(1, (int)Math.Round(picture.Height * scale)));
        var brightness = Oriented(PictureBrightness.Of(picture, width, height), picture.Orientation);
        return InkExtraction.Extract(brightness) is { } ink ? InkFitting.AsItIs(ink) ?? InkFitting.Fit(InkComponents.Clean(ink)) : null;
    }

    /// <summary>A picture as a person sees it whose first row and column lie where EXIF's orientation says.</summary>
    private static GreyPicture Oriented(GreyPicture picture, int orientation) => orientation switch
    {
        2 => picture.Mirrored(),
        3 => picture.Mirrored().Flipped(),
        4 => picture.Flipped(),
        5 => picture.Transposed(),
        6 => picture.Transposed().Mirrored(),
        7 => picture.Transposed().Mirrored().Flipped(),
        8 => picture.Transposed().Flipped(),
        _ => picture,
    };
}
