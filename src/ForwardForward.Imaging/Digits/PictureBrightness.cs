using ForwardForward.Imaging.Codec;

namespace ForwardForward.Imaging.Digits;

/// <summary>
/// Brightness of a picture at the size that is worked with, transparent parts laid on a ground that keeps their ink visible. A row of the
/// file is made smaller before the next one is looked at, so a large picture costs no second copy of itself.
/// </summary>
internal static class PictureBrightness
{
    // Strokes fill far less of a picture than a card with a digit on it does.
    private const double CardShare = 0.6;

    /// <summary>
    /// Brightness 0 to 255, <c>[height * width]</c>, averaged over areas. Transparent pixels are filled: behind bare strokes with what
    /// contrasts with them, around a card with the card's usual brightness.
    /// </summary>
    public static GreyPicture Of(DecodedPicture picture, int width, int height)
    {
        var ground = picture.Channels == 4 ? Ground(picture) : null;
        return GreyPicture.FromRows(picture.Width, picture.Height, width, height, (y, brightness) => FillRow(picture, y, ground, brightness));
    }

    private static void FillRow(DecodedPicture picture, int y, int? ground, Span<float> brightness)
    {
        var row = picture.Row(y);
        var channels = picture.Channels;
        for (var x = 0; x < brightness.Length; x++)
        {
            var pixel = row.Slice(channels * x, channels);
            var value = Brightness(pixel);
            brightness[x] = ground is { } behind ? behind + ((value - behind) * pixel[3] / 255f) : value;
        }
    }

    // Weights of ITU-R BT.601, as JPEG uses them.
    private static float Brightness(ReadOnlySpan<byte> pixel) => (0.299f * pixel[0]) + (0.587f * pixel[1]) + (0.114f * pixel[2]);

    /// <summary>What lies behind transparent pixels; null if there are none.</summary>
    private static int? Ground(DecodedPicture picture)
    {
        var counts = new long[256];
        double sum = 0, opaque = 0;
        for (var y = 0; y < picture.Height; y++)
        {
            for (var row = picture.Row(y); row.Length > 0; row = row[4..])
            {
                var brightness = Brightness(row);
                counts[(int)MathF.Round(brightness)] += row[3];
                sum += brightness * row[3] / 255.0;
                opaque += row[3] / 255.0;
            }
        }

        var pixels = (double)picture.Width * picture.Height;
        return opaque >= pixels ? null
            : opaque > CardShare * pixels ? Median(counts)
            : opaque > 0 && sum / opaque > 127.5 ? 0
            : 255;
    }

    private static int Median(long[] counts)
    {
        var half = counts.Sum() / 2;
        var value = 0;
        for (long passed = counts[0]; passed < half; passed += counts[++value])
        {
        }

        return value;
    }
}
