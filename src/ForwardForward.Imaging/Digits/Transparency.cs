namespace ForwardForward.Imaging.Digits;

/// <summary>Lays pictures with transparent parts on a ground that keeps their ink visible.</summary>
internal static class Transparency
{
    // Strokes fill far less of a picture than a card with a digit on it does.
    private const double CardShare = 0.6;

    /// <summary>
    /// Brightness of pixels (red, green, blue, alpha), the transparent ones filled: behind bare strokes with what contrasts with them,
    /// around a card with the card's usual brightness.
    /// </summary>
    public static GreyPicture LayOnGround(byte[] pixels, int width, int height)
    {
        var brightness = new float[width * height];
        var counts = new long[256];
        double sum = 0, opaque = 0;
        for (var i = 0; i < brightness.Length; i++)
        {
            var pixel = pixels.AsSpan(4 * i, 4);

            // Weights of ITU-R BT.601, as JPEG uses them.
            brightness[i] = (0.299f * pixel[0]) + (0.587f * pixel[1]) + (0.114f * pixel[2]);
            counts[(int)MathF.Round(brightness[i])] += pixel[3];
            sum += brightness[i] * pixel[3] / 255.0;
            opaque += pixel[3] / 255.0;
        }

        if (opaque >= brightness.Length)
        {
            return new GreyPicture(width, height, brightness);
        }

        var ground = opaque > CardShare * brightness.Length ? Median(counts)
            : opaque > 0 && sum / opaque > 127.5 ? 0
            : 255;
        for (var i = 0; i < brightness.Length; i++)
        {
            brightness[i] = ground + ((brightness[i] - ground) * pixels[(4 * i) + 3] / 255f);
        }

        return new GreyPicture(width, height, brightness);
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
