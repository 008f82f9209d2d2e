using System.Numerics;
using ForwardForward.Imaging.Pen;

namespace ForwardForward.Data.Handwriting;

/// <summary>What devices make of a hand's lines.</summary>
internal static class Tablet
{
    /// <summary>A line noted as <paramref name="count"/> points at equal distances along it.</summary>
    public static Vector2[] Coarse(Vector2[] line, int count)
    {
        var length = 0f;
        for (var i = 1; i < line.Length; i++)
        {
            length += Vector2.Distance(line[i - 1], line[i]);
        }

        return length > 0 ? PenPoints.Resample(line, length / (count - 1.001f)) : [line[0]];
    }

    /// <summary>Strokes widened or narrowed to a box whose height is <paramref name="ratio"/> times its width; a thin line by no more than four times.</summary>
    public static List<Vector2[]> Square(List<Vector2[]> strokes, float ratio)
    {
        var (least, most) = Extent(strokes);
        var width = Math.Clamp((most.Y - least.Y) / Math.Max(1e-3f, ratio * (most.X - least.X)), 0.25f, 4);
        return strokes.ConvertAll(stroke => Array.ConvertAll(stroke, point => point with { X = point.X * width }));
    }

    /// <summary>Strokes moved and scaled so that the longer side of their box is 1.</summary>
    public static List<Vector2[]> Unit(IReadOnlyList<Vector2[]> strokes)
    {
        var (least, most) = Extent(strokes);
        var extent = Math.Max(most.X - least.X, most.Y - least.Y);
        var scale = extent > 0 ? 1 / extent : 0;
        return [.. strokes.Select(stroke => Array.ConvertAll(stroke, point => (point - least) * scale))];
    }

    private static (Vector2 Least, Vector2 Most) Extent(IReadOnlyList<Vector2[]> strokes)
    {
        var (least, most) = (strokes[0][0], strokes[0][0]);
        foreach (var stroke in strokes)
        {
            foreach (var point in stroke)
            {
                (least, most) = (Vector2.Min(least, point), Vector2.Max(most, point));
            }
        }

        return (least, most);
    }
}
