using System.Numerics;

namespace ForwardForward.Data.Synthetic;

/// <summary>Smooth curves through points: Catmull and Rom's cubic, whose tangent at a point is half the chord of its neighbours.</summary>
internal static class PenCurve
{
    /// <summary>Pieces that the curve between two neighbouring points is drawn in.</summary>
    public const int PiecesPerSpan = 6;

    /// <summary>
    /// Appends the curve through <paramref name="points"/> as a polyline. At a corner the tangent is dropped on both sides, so that the
    /// curve turns there.
    /// </summary>
    public static void Append(ReadOnlySpan<Vector2> points, ReadOnlySpan<bool> isCorner, List<Vector2> polyline)
    {
        polyline.Add(points[0]);
        for (var i = 0; i + 1 < points.Length; i++)
        {
            var (from, to) = (points[i], points[i + 1]);
            var before = i == 0 || isCorner[i] ? from : points[i - 1];
            var after = i + 2 == points.Length || isCorner[i + 1] ? to : points[i + 2];
            var (leaving, arriving) = ((to - before) * 0.5f, (after - from) * 0.5f);
            for (var piece = 1; piece <= PiecesPerSpan; piece++)
            {
                polyline.Add(Hermite(from, leaving, to, arriving, piece / (float)PiecesPerSpan));
            }
        }
    }

    private static Vector2 Hermite(Vector2 from, Vector2 leaving, Vector2 to, Vector2 arriving, float t)
    {
        var (square, cube) = (t * t, t * t * t);
        return (((2 * cube) - (3 * square) + 1) * from) + ((cube - (2 * square) + t) * leaving)
            + (((3 * square) - (2 * cube)) * to) + ((cube - square) * arriving);
    }
}
