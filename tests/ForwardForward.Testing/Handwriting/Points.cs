using System.Numerics;

namespace ForwardForward.Testing.Handwriting;

/// <summary>Lines of points.</summary>
public static class Points
{
    /// <summary>As many points at equal distances along a line, first and last kept.</summary>
    public static Vector2[] Along(IReadOnlyList<Vector2> line, int count)
    {
        var lengths = new float[line.Count];
        for (var i = 1; i < line.Count; i++)
        {
            lengths[i] = lengths[i - 1] + Vector2.Distance(line[i - 1], line[i]);
        }

        var result = new Vector2[count];
        var piece = 1;
        for (var i = 0; i < count; i++)
        {
            var place = lengths[^1] * i / (count - 1);
            while (piece < line.Count - 1 && lengths[piece] < place)
            {
                piece++;
            }

            var length = lengths[piece] - lengths[piece - 1];
            result[i] = Vector2.Lerp(line[piece - 1], line[piece], length > 0 ? Math.Clamp((place - lengths[piece - 1]) / length, 0, 1) : 0);
        }

        return result;
    }
}
