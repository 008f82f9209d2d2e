using System.Numerics;

namespace ForwardForward.Testing.Handwriting;

/// <summary>The pen strokes behind a picture: its ink thinned to a line (Zhang and Suen 1984) and followed from end to end.</summary>
public static class Skeleton
{
    private const int Fine = 4;
    private const int ShortestSpur = 6;
    private static readonly (int X, int Y)[] Around = [(0, -1), (1, -1), (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1)];

    /// <summary>Strokes of a square picture of <paramref name="side"/> pixels a side; none when it has hardly any ink.</summary>
    public static IReadOnlyList<Vector2[]> Trace(ReadOnlySpan<byte> image, int side)
    {
        var size = (side * Fine) + 2;
        var ink = new bool[size * size];
        for (var y = 1; y < size - 1; y++)
        {
            for (var x = 1; x < size - 1; x++)
            {
                ink[(y * size) + x] = Sample(image, side, (x - 1 + 0.5f) / Fine, (y - 1 + 0.5f) / Fine) > 100;
            }
        }

        Thin(ink, size);
        return Follow(ink, size);
    }

    private static float Sample(ReadOnlySpan<byte> image, int side, float x, float y)
    {
        var (left, top) = ((int)MathF.Floor(x - 0.5f), (int)MathF.Floor(y - 0.5f));
        var (right, down) = (x - 0.5f - left, y - 0.5f - top);
        var sum = 0f;
        for (var k = 0; k < 4; k++)
        {
            var (column, row) = (left + (k % 2), top + (k / 2));
            var share = (k % 2 == 0 ? 1 - right : right) * (k / 2 == 0 ? 1 - down : down);
            sum += column >= 0 && row >= 0 && column < side && row < side ? share * image[(row * side) + column] : 0;
        }

        return sum;
    }

    private static void Thin(bool[] ink, int size)
    {
        var gone = new List<int>();
        var changed = true;
        while (changed)
        {
            changed = false;
            for (var pass = 0; pass < 2; pass++)
            {
                gone.Clear();
                for (var at = size + 1; at < ink.Length - size - 1; at++)
                {
                    if (ink[at] && IsSpare(ink, at, size, pass))
                    {
                        gone.Add(at);
                    }
                }

                gone.ForEach(at => ink[at] = false);
                changed |= gone.Count > 0;
            }
        }
    }

    private static bool IsSpare(bool[] ink, int at, int size, int pass)
    {
        Span<bool> near = stackalloc bool[8];
        var (count, changes) = (0, 0);
        for (var k = 0; k < 8; k++)
        {
            near[k] = ink[at + (Around[k].Y * size) + Around[k].X];
            count += near[k] ? 1 : 0;
        }

        for (var k = 0; k < 8; k++)
        {
            changes += !near[k] && near[(k + 1) % 8] ? 1 : 0;
        }

        var (up, right, down, left) = (near[0], near[2], near[4], near[6]);
        return count is >= 2 and <= 6 && changes == 1
            && (pass == 0 ? !(up && right && down) && !(right && down && left) : !(up && right && left) && !(up && down && left));
    }

    // From every end and crossing along each line that has not been walked yet, then around loops that have neither.
    private static List<Vector2[]> Follow(bool[] ink, int size)
    {
        int[] Neighbours(int at) => [.. Around.Select(step => at + (step.Y * size) + step.X).Where(near => ink[near])];
        int[] line = [.. Enumerable.Range(0, ink.Length).Where(at => ink[at])];
        var isNode = line.ToDictionary(at => at, at => Neighbours(at).Length != 2);
        var walked = new HashSet<(int, int)>();
        var paths = new List<List<int>>();
        foreach (var start in line.Where(at => isNode[at]).Concat(line))
        {
            foreach (var first in Neighbours(start))
            {
                if (!walked.Add((start, first)))
                {
                    continue;
                }

                var path = new List<int> { start, first };
                walked.Add((first, start));
                while (!isNode[path[^1]] && path[^1] != start && Neighbours(path[^1]).Where(next => next != path[^2] && !walked.Contains((path[^1], next))).Take(1).ToArray() is [var next])
                {
                    walked.Add((path[^1], next));
                    walked.Add((next, path[^1]));
                    path.Add(next);
                }

                paths.Add(path);
            }
        }

        // A short line that ends in nothing comes from an uneven edge of the ink, unless it is all there is.
        var longest = paths.Count == 0 ? 0 : paths.Max(path => path.Count);
        bool IsSpur(List<int> path) => path.Count < Math.Min(longest, ShortestSpur) && (Neighbours(path[0]).Length == 1 || Neighbours(path[^1]).Length == 1);
        return
        [
            .. paths.Where(path => !IsSpur(path)).Select(path => Points.Along([.. path.Select(at => new Vector2(at % size, at / size))], Math.Max(2, path.Count / 3))),
        ];
    }
}
