using System.Numerics;
using ForwardForward.Pen;

namespace ForwardForward.Imaging.Digits;

/// <summary>Draws checked strokes as MNIST's pictures are made.</summary>
internal static class StrokeDrawing
{
    /// <summary>
    /// Radius of the pen in pixels of the 28 x 28 picture. Measured by the same means, the median stroke of MNIST is about 2.3 wide.
    /// </summary>
    public const float PenRadius = 1.2f;

    private const float Spacing = 0.5f;
    private const int Smoothings = 2;

    // A drawing whose line is longer than this (in box widths, some 30 times a digit's) is a scribble; it is resampled more coarsely.
    private const double LongestLine = 100;

    /// <summary>The picture of strokes that hold at least one point.</summary>
    public static byte[] Draw(IReadOnlyList<IReadOnlyList<PointF>> strokes)
    {
        var lines = Normalise(strokes, out var length);
        var spacing = (float)(Spacing / DigitPreparation.Box * Math.Max(1, length / LongestLine));
        for (var i = 0; i < lines.Count; i++)
        {
            lines[i] = PenPoints.Resample(lines[i], spacing);
            for (var pass = 0; pass < Smoothings; pass++)
            {
                PenPoints.Smooth(lines[i]);
            }
        }

        Fit(lines);
        var raster = new PenRaster(DigitPreparation.Size);
        raster.Clear();
        foreach (var line in lines)
        {
            raster.Add(line, PenRadius);
        }

        var (ink, image) = (new byte[DigitPreparation.Size * DigitPreparation.Size], new byte[DigitPreparation.Size * DigitPreparation.Size]);
        raster.CopyTo(PenRadius, ink);
        MassCentre.Centre(ink, image, DigitPreparation.Size);
        return image;
    }

    /// <summary>Moves and scales in double precision, so that the longer side is 1 whatever the unit was (even where the extent overflows a float).</summary>
    private static List<Vector2[]> Normalise(IReadOnlyList<IReadOnlyList<PointF>> strokes, out double length)
    {
        double left = double.PositiveInfinity, top = double.PositiveInfinity, right = double.NegativeInfinity, bottom = double.NegativeInfinity;
        foreach (var (x, y) in strokes.SelectMany(stroke => stroke))
        {
            (left, right, top, bottom) = (Math.Min(left, x), Math.Max(right, x), Math.Min(top, y), Math.Max(bottom, y));
        }

        var extent = Math.Max(right - left, bottom - top);
        var scale = extent > 0 ? 1 / extent : 0;
        length = 0;
        var lines = new List<Vector2[]>(strokes.Count);
        foreach (var stroke in strokes.Where(stroke => stroke.Count > 0))
        {
            var line = new Vector2[stroke.Count];
            for (var i = 0; i < line.Length; i++)
            {
                line[i] = new Vector2((float)((stroke[i].X - left) * scale), (float)((stroke[i].Y - top) * scale));
                length += i == 0 ? 0 : Vector2.Distance(line[i - 1], line[i]);
            }

            lines.Add(line);
        }

        return lines;
    }

    /// <summary>Scales so that the ink's longer side is 20 pixels, its middle in the picture's; a dot stays a dot.</summary>
    private static void Fit(List<Vector2[]> lines)
    {
        var (least, most) = (lines[0][0], lines[0][0]);
        foreach (var point in lines.SelectMany(line => line))
        {
            (least, most) = (Vector2.Min(least, point), Vector2.Max(most, point));
        }

        var extent = Math.Max(most.X - least.X, most.Y - least.Y);
        var scale = extent > 0 ? (DigitPreparation.Box - (2 * PenRadius)) / extent : 0;
        var shift = InkBox.Shift(least * scale, most * scale, PenRadius, DigitPreparation.Size);
        foreach (var line in lines)
        {
            for (var i = 0; i < line.Length; i++)
            {
                line[i] = (line[i] * scale) + shift;
            }
        }
    }
}
