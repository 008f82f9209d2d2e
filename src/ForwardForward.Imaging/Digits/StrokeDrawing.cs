using System.Numerics;
using ForwardForward.Imaging.Pen;

namespace ForwardForward.Imaging.Digits;

/// <summary>Brings checked strokes of any unit to the pen.</summary>
internal static class StrokeDrawing
{
    /// <summary>The picture of strokes that hold at least one point.</summary>
    public static byte[] Draw(IReadOnlyList<IReadOnlyList<PointF>> strokes)
    {
        var image = new byte[DigitPreparation.Size * DigitPreparation.Size];
        DigitPen.Draw(Normalise(strokes), image);
        return image;
    }

    /// <summary>Moves and scales in double precision, so that the longer side is 1 whatever the unit was (even where the extent overflows a float).</summary>
    private static List<Vector2[]> Normalise(IReadOnlyList<IReadOnlyList<PointF>> strokes)
    {
        double left = double.PositiveInfinity, top = double.PositiveInfinity, right = double.NegativeInfinity, bottom = double.NegativeInfinity;
        foreach (var (x, y) in strokes.SelectMany(stroke => stroke))
        {
            (left, right, top, bottom) = (Math.Min(left, x), Math.Max(right, x), Math.Min(top, y), Math.Max(bottom, y));
        }

        var extent = Math.Max(right - left, bottom - top);
        var scale = extent > 0 ? 1 / extent : 0;
        return
        [
            .. strokes.Where(stroke => stroke.Count > 0).Select(stroke =>
                stroke.Select(point => new Vector2((float)((point.X - left) * scale), (float)((point.Y - top) * scale))).ToArray()),
        ];
    }
}
