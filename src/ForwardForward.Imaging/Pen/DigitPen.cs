using System.Numerics;

namespace ForwardForward.Imaging.Pen;

/// <summary>Draws the strokes of a digit as MNIST's pictures are made: the one way from a hand's points to 28 x 28 bytes.</summary>
public static class DigitPen
{
    /// <summary>Width and height of the picture.</summary>
    public const int Size = 28;

    /// <summary>Longer side of the ink.</summary>
    public const int Box = 20;

    /// <summary>
    /// Radius of the pen in pixels of the 28 x 28 picture. Measured by the same means, the median stroke of MNIST is about 2.3 wide.
    /// </summary>
    public const float Radius = 1.2f;

    private const float Spacing = 0.5f;
    private const int Smoothings = 2;

    // A drawing whose line is longer than this (in box widths, some 30 times a digit's) is a scribble; it is resampled more coarsely.
    private const double LongestLine = 100;

    /// <summary>
    /// The picture, <c>[28 * 28]</c>, of strokes of at least one point each. Their bounding box has a longer side of 1 (or 0, a dot), which
    /// is what spacing and scribbles are judged by.
    /// </summary>
    public static void Draw(IReadOnlyList<Vector2[]> strokes, Span<byte> image)
    {
        var spacing = (float)(Spacing / Box * Math.Max(1, strokes.Sum(Length) / LongestLine));
        var lines = new Vector2[strokes.Count][];
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = PenPoints.Resample(SmoothLine.Through(strokes[i], spacing), spacing);
            for (var pass = 0; pass < Smoothings; pass++)
            {
                PenPoints.Smooth(lines[i]);
            }
        }

        Fit(lines);
        var raster = new PenRaster(Size);
        raster.Clear();
        foreach (var line in lines)
        {
            raster.Add(line, Radius);
        }

        Span<byte> ink = stackalloc byte[Size * Size];
        raster.CopyTo(Radius, ink);
        MassCentre.Centre(ink, image, Size);
    }

    private static double Length(Vector2[] points)
    {
        double length = 0;
        for (var i = 1; i < points.Length; i++)
        {
            length += Vector2.Distance(points[i - 1], points[i]);
        }

        return length;
    }

    /// <summary>Scales so that the ink's longer side is 20 pixels, its middle in the picture's; a dot stays a dot.</summary>
    private static void Fit(Vector2[][] lines)
    {
        var (least, most) = (lines[0][0], lines[0][0]);
        foreach (var line in lines)
        {
            foreach (var point in line)
            {
                (least, most) = (Vector2.Min(least, point), Vector2.Max(most, point));
            }
        }

        var extent = Math.Max(most.X - least.X, most.Y - least.Y);
        var scale = extent > 0 ? (Box - (2 * Radius)) / extent : 0;
        var shift = InkBox.Shift(least * scale, most * scale, Radius, Size);
        foreach (var line in lines)
        {
            foreach (ref var point in line.AsSpan())
            {
                point = (point * scale) + shift;
            }
        }
    }
}
