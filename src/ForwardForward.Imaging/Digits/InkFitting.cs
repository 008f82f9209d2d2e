using ForwardForward.Imaging.Pen;

namespace ForwardForward.Imaging.Digits;

/// <summary>Brings ink of any size into the 20 x 20 box, with strokes as wide as MNIST's.</summary>
internal static class InkFitting
{
    // Measured as below, MNIST's strokes are 2.6 wide (median), and 95 of 100 digits lie between these two; they are left as they are.
    private const double TypicalStroke = 2.6;
    private const double NarrowestStroke = 1.6;
    private const double WidestStroke = 4.7;

    // Thinning further would tear strokes of uneven width.
    private const double MostThinning = 0.6;
    private const float InkFrom = 0.1f;
    private const float MaskFrom = 0.45f;
    private const int Fine = 6;

    /// <summary>The digit, 28 x 28 bytes; null when no ink is strong enough to have a bounding box.</summary>
    public static byte[]? Fit(GreyPicture ink)
    {
        if (BoundingBox(ink) is not { } box)
        {
            return null;
        }

        var longer = Math.Max(box.Width, box.Height);
        var width = StrokeWidth(Distances(ink, box, DigitPreparation.Box / (double)longer).Signed.Values);
        var isUsual = width is >= NarrowestStroke and <= WidestStroke;

        // A blob has no strokes to speak of.
        var isBlob = width > DigitPreparation.Box / 2.0;
        return Centred(isUsual || isBlob ? Scaled(ink, box) : Redrawn(ink, box, longer, width, Math.Max(TypicalStroke, MostThinning * width)));
    }

    /// <summary>
    /// The digit as it is, only centred, if the ink comes from a picture in MNIST's very form: 28 x 28, longer side about 20; else null.
    /// </summary>
    public static byte[]? AsItIs(GreyPicture ink) =>
        ink is { Width: DigitPreparation.Size, Height: DigitPreparation.Size } && BoundingBox(ink) is { } box
            && Math.Max(box.Width, box.Height) is >= DigitPreparation.Box - 2 and <= DigitPreparation.Box
            ? Centred(ink)
            : null;

    /// <summary>Width of a band whose inner pixels have this mean distance to its outline: four times the mean.</summary>
    private static double StrokeWidth(float[] signedDistances)
    {
        var inner = signedDistances.Where(distance => distance > 0).ToArray();
        return inner.Length == 0 ? 0 : 4.0 * inner.Average() / Fine;
    }

    /// <summary>Grey values averaged into the box and stretched so that the strongest is full ink again, nothing else changed.</summary>
    private static GreyPicture Scaled(GreyPicture ink, Box box)
    {
        var scale = DigitPreparation.Box / (double)Math.Max(box.Width, box.Height);
        var (width, height) = (Pixels(box.Width * scale), Pixels(box.Height * scale));
        var scaled = ink.Resized(box.Left, box.Top, box.Width, box.Height, width, height);
        var strongest = scaled.Values.Max();
        return scaled with { Values = Array.ConvertAll(scaled.Values, value => value / strongest) };
    }

    /// <summary>The outline moved outwards or inwards: box (1 scale) + 2 move = 20 and stroke scale + 2 move = target.</summary>
    private static GreyPicture Redrawn(GreyPicture ink, Box box, int longer, double width, double target)
    {
        var scale = (DigitPreparation.Box - target) / (DigitPreparation.Box - width);
        var move = (target - (width * scale)) / 2 * Fine;
        var (signed, margin) = Distances(ink, box, scale * DigitPreparation.Box / longer);
        var drawn = signed with { Values = Array.ConvertAll(signed.Values, distance => Math.Clamp((float)(distance + move) + 0.5f, 0, 1)) };
        var offset = margin - move;
        var (inkWidth, inkHeight) = (signed.Width - (2 * offset), signed.Height - (2 * offset));
        return drawn.Resized(offset, offset, inkWidth, inkHeight, Pixels(inkWidth / Fine), Pixels(inkHeight / Fine));
    }

    /// <summary>Signed distances on a grid six times finer than the digit's, with a margin of four of its pixels all round.</summary>
    private static (GreyPicture Signed, int Margin) Distances(GreyPicture ink, Box box, double scale)
    {
        const int Margin = 4 * Fine;
        var (width, height) = ((int)Math.Ceiling(box.Width * scale * Fine), (int)Math.Ceiling(box.Height * scale * Fine));
        var (acrossStep, downStep) = ((double)box.Width / width, (double)box.Height / height);
        var fine = ink.Resized(
            box.Left - (Margin * acrossStep), box.Top - (Margin * downStep),
            box.Width + (2 * Margin * acrossStep), box.Height + (2 * Margin * downStep), width + (2 * Margin), height + (2 * Margin));
        var mask = Array.ConvertAll(fine.Values, value => value > MaskFrom);
        return (fine with { Values = DistanceTransform.Signed(mask, fine.Width, fine.Height) }, Margin);
    }

    private static byte[] Centred(GreyPicture digit)
    {
        const int Size = DigitPreparation.Size;
        var (ink, image) = (new byte[Size * Size], new byte[Size * Size]);
        var (left, top) = ((Size - digit.Width) / 2, (Size - digit.Height) / 2);
        for (var i = 0; i < digit.Values.Length; i++)
        {
            ink[((top + (i / digit.Width)) * Size) + left + (i % digit.Width)] = (byte)MathF.Round(255 * Math.Clamp(digit.Values[i], 0, 1));
        }

        MassCentre.Centre(ink, image, Size);
        return image;
    }

    private static Box? BoundingBox(GreyPicture ink)
    {
        var (left, right, top, bottom) = (ink.Width, -1, ink.Height, -1);
        for (var i = 0; i < ink.Values.Length; i++)
        {
            if (ink.Values[i] > InkFrom)
            {
                var (x, y) = (i % ink.Width, i / ink.Width);
                (left, right, top, bottom) = (Math.Min(left, x), Math.Max(right, x), Math.Min(top, y), Math.Max(bottom, y));
            }
        }

        return right < 0 ? null : new Box(left, top, right - left + 1, bottom - top + 1);
    }

    private static int Pixels(double size) => Math.Clamp((int)Math.Round(size), 1, DigitPreparation.Box);

    private readonly record struct Box(int Left, int Top, int Width, int Height);
}
