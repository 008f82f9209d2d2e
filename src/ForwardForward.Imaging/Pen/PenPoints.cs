using System.Numerics;

namespace ForwardForward.Imaging.Pen;

/// <summary>What happens to a stroke's points between the hand and the pen: even spacing and a little smoothing.</summary>
public static class PenPoints
{
    /// <summary>
    /// Points at equal distances of about <paramref name="spacing"/> along the polyline, first and last kept; a stroke without length
    /// gives its first point.
    /// </summary>
    public static Vector2[] Resample(ReadOnlySpan<Vector2> points, float spacing)
    {
        double length = 0;
        for (var i = 1; i < points.Length; i++)
        {
            length += Vector2.Distance(points[i - 1], points[i]);
        }

        var pieces = (int)Math.Ceiling(length / spacing);
        if (pieces == 0)
        {
            return [points[0]];
        }

        var result = new Vector2[pieces + 1];
        result[0] = points[0];
        double passed = 0;
        var next = 1;
        for (var i = 1; i < points.Length; i++)
        {
            double piece = Vector2.Distance(points[i - 1], points[i]);
            while (next < pieces && next * length / pieces <= passed + piece)
            {
                result[next] = Vector2.Lerp(points[i - 1], points[i], (float)(((next * length / pieces) - passed) / piece));
                next++;
            }

            passed += piece;
        }

        result.AsSpan(next).Fill(points[^1]);
        return result;
    }

    /// <summary>Replaces each inner point by (previous + 2 own + next) / 4: takes off a mouse's trembling, keeps the ends.</summary>
    public static void Smooth(Span<Vector2> points)
    {
        if (points.Length < 3)
        {
            return;
        }

        var previous = points[0];
        for (var i = 1; i < points.Length - 1; i++)
        {
            var own = points[i];
            points[i] = (previous + (2 * own) + points[i + 1]) / 4;
            previous = own;
        }
    }
}
