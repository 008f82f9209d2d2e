using System.Numerics;

namespace ForwardForward.Imaging.Pen;

/// <summary>
/// The line that a hand drew between the points that a tablet noted. Where they lie far apart the straight line between them cuts every
/// bend short; a curve through them (cubic Hermite pieces) does not. A sharp turn stays a corner.
/// </summary>
internal static class SmoothLine
{
    // Cosines of 70 and 110 degrees: turns below the first are bends, above the second corners, in between a little of both.
    private const float Bend = 0.34f;
    private const float Corner = -0.34f;

    // How far the curve follows its own bend into the first and the last piece, where there is no neighbour to say.
    private const float EndBend = 0.5f;
    private const int MostPieces = 16;

    /// <summary>The curve through <paramref name="points"/> in straight pieces not much longer than <paramref name="spacing"/>.</summary>
    public static Vector2[] Through(ReadOnlySpan<Vector2> points, float spacing)
    {
        var passed = WithoutRepeats(points);
        if (passed.Count < 3)
        {
            return [.. passed];
        }

        var line = new List<Vector2>(passed.Count * 2) { passed[0] };
        for (var i = 0; i + 1 < passed.Count; i++)
        {
            var (from, to) = (passed[i], passed[i + 1]);
            var length = Vector2.Distance(from, to);
            var along = (to - from) / length;
            var leaving = i > 0 ? Tangent(passed[i - 1], from, to, along) : along;
            var arriving = i + 2 < passed.Count ? Tangent(from, to, passed[i + 2], along) : along;
            (leaving, arriving) = (
                i > 0 ? leaving : along + (EndBend * (along - arriving)),
                i + 2 < passed.Count ? arriving : along + (EndBend * (along - leaving)));
            var pieces = (int)Math.Clamp(MathF.Ceiling(length / spacing), 1, MostPieces);
            for (var piece = 1; piece <= pieces; piece++)
            {
                line.Add(Hermite(from, leaving * length, to, arriving * length, piece / (float)pieces));
            }
        }

        return [.. line];
    }

    // The direction in the middle point: that of the circle through all three, or, the sharper the turn, that of the piece itself.
    private static Vector2 Tangent(Vector2 before, Vector2 middle, Vector2 after, Vector2 along)
    {
        var (incoming, outgoing) = (middle - before, after - middle);
        var (first, second) = (incoming.Length(), outgoing.Length());
        (incoming, outgoing) = (incoming / first, outgoing / second);
        var roundness = Math.Clamp((Vector2.Dot(incoming, outgoing) - Corner) / (Bend - Corner), 0, 1);
        return Vector2.Lerp(along, ((incoming * second) + (outgoing * first)) / (first + second), roundness);
    }

    private static List<Vector2> WithoutRepeats(ReadOnlySpan<Vector2> points)
    {
        var result = new List<Vector2>(points.Length) { points[0] };
        foreach (var point in points[1..])
        {
            if (Vector2.DistanceSquared(point, result[^1]) > 1e-12f)
            {
                result.Add(point);
            }
        }

        return result;
    }

    private static Vector2 Hermite(Vector2 from, Vector2 leaving, Vector2 to, Vector2 arriving, float t)
    {
        var (square, cube) = (t * t, t * t * t);
        return (((2 * cube) - (3 * square) + 1) * from) + ((cube - (2 * square) + t) * leaving)
            + (((3 * square) - (2 * cube)) * to) + ((cube - square) * arriving);
    }
}
