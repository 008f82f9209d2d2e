using System.Numerics;
using ForwardForward.Data.Synthetic;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Data.Handwriting;

/// <summary>
/// Strokes of made-up hands, as a mouse or a tablet would deliver them: a style, a hand, a speed, and for a part of them a tablet that
/// notes few points, forgets where the pen was lifted, or fits every digit into a square.
/// </summary>
public static class PenDigits
{
    private const float CoarseShare = 0.45f;
    private const float JoinedShare = 0.5f;
    private const float SquareShare = 0.4f;

    /// <summary>The strokes of one digit, in the order of writing, y downwards, in any unit.</summary>
    public static IReadOnlyList<Vector2[]> Write(int digit, RandomStream random)
    {
        var styles = PenStyles.All[digit];
        var strokes = Strokes(styles[random.NextInt(styles.Count)], new Hand(random), random);
        if (random.NextSingle() >= CoarseShare)
        {
            return strokes;
        }

        if (strokes.Count > 1 && random.NextSingle() < JoinedShare)
        {
            strokes = [[.. strokes.SelectMany(stroke => stroke)]];
        }

        var points = 6 + random.NextInt(5);
        strokes = strokes.ConvertAll(stroke => Tablet.Coarse(stroke, points));
        return random.NextSingle() < SquareShare ? Tablet.Square(strokes, MathF.Exp(0.15f * (float)random.NextNormal())) : strokes;
    }

    private static List<Vector2[]> Strokes(IReadOnlyList<PenPath> style, Hand hand, RandomStream random)
    {
        var strokes = new List<Vector2[]>(style.Count);
        var line = new List<Vector2>();
        foreach (var path in style)
        {
            // Later strokes, such as a bar, land where they land.
            var misplaced = strokes.Count == 0 ? Vector2.Zero : Hand.Displacement(random) * 4;
            var passed = new Vector2[path.Points.Length];
            for (var i = 0; i < passed.Length; i++)
            {
                passed[i] = path.Points[i] + misplaced + (Hand.Displacement(random) * (1.6f + hand.Trembling));
            }

            var roundedFrom = hand.Speed * random.NextSingle();
            line.Clear();
            PenCurve.Append(passed, [.. path.IsCorner.Select(isCorner => isCorner && roundedFrom < 0.55f)], line);
            strokes.Add(Hasty([.. line.Select(hand.Write)], hand.Speed));
        }

        return strokes;
    }

    // A fast hand has left a bend before it was there: the line is averaged over a stretch of itself.
    private static Vector2[] Hasty(Vector2[] line, float speed)
    {
        var even = Tablet.Coarse(line, Math.Max(12, 4 * line.Length / PenCurve.PiecesPerSpan));
        for (var pass = 0; pass < (int)(4 * speed * speed); pass++)
        {
            var previous = even[0];
            for (var i = 1; i + 1 < even.Length; i++)
            {
                var own = even[i];
                even[i] = (previous + (2 * own) + even[i + 1]) / 4;
                previous = own;
            }
        }

        return even;
    }
}
