using System.Numerics;

namespace ForwardForward.Imaging.Tests.Digits;

/// <summary>Drawings for tests, and how alike two prepared digits are.</summary>
internal static class Drawing
{
    /// <summary>A three as a mouse draws it on a pad of 280 pixels.</summary>
    public static PointF[][] Three { get; } = [[.. Arc(120, 90, 50, -2.6f, 1.4f), .. Arc(120, 190, 60, -1.5f, 2.4f)]];

    /// <summary>A barred seven in two strokes.</summary>
    public static PointF[][] Seven { get; } = [Line((60, 60), (200, 55), (110, 250)), Line((80, 150), (190, 140))];

    public static PointF[] Line(params (float X, float Y)[] corners)
    {
        var points = new List<PointF>();
        for (var i = 1; i < corners.Length; i++)
        {
            var (from, to) = (corners[i - 1], corners[i]);
            points.AddRange(Enumerable.Range(0, 21).Select(k => new PointF(from.X + ((to.X - from.X) * k / 20), from.Y + ((to.Y - from.Y) * k / 20))));
        }

        return [.. points];
    }

    public static PointF[] Arc(float x, float y, float radius, float from, float to) =>
        [.. Enumerable.Range(0, 31).Select(k => from + ((to - from) * k / 30)).Select(angle => new PointF(x + (radius * MathF.Cos(angle)), y + (radius * MathF.Sin(angle))))];

    public static PointF[][] Transformed(PointF[][] drawing, Matrix3x2 transform) =>
        [.. drawing.Select(stroke => stroke.Select(point => Vector2.Transform(new Vector2(point.X, point.Y), transform)).Select(point => new PointF(point.X, point.Y)).ToArray())];

    /// <summary>Cosine between two pictures: 1 when equal.</summary>
    public static double Likeness(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        double product = 0, one = 0, two = 0;
        for (var i = 0; i < first.Length; i++)
        {
            product += (double)first[i] * second[i];
            one += (double)first[i] * first[i];
            two += (double)second[i] * second[i];
        }

        return product / Math.Sqrt(one * two);
    }

    public static (int Width, int Height, double X, double Y, double Ink) Measure(ReadOnlySpan<byte> image)
    {
        var (left, right, top, bottom) = (28, -1, 28, -1);
        double ink = 0, x = 0, y = 0;
        for (var i = 0; i < image.Length; i++)
        {
            (ink, x, y) = (ink + image[i], x + ((double)image[i] * (i % 28)), y + ((double)image[i] * (i / 28)));
            if (image[i] > 0)
            {
                (left, right, top, bottom) = (Math.Min(left, i % 28), Math.Max(right, i % 28), Math.Min(top, i / 28), Math.Max(bottom, i / 28));
            }
        }

        return (right - left + 1, bottom - top + 1, x / ink, y / ink, ink / 255);
    }
}
