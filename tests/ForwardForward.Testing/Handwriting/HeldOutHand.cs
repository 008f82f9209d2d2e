using System.Numerics;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Testing.Handwriting;

/// <summary>
/// A hand that no training set was written with: slant, proportions and bows are drawn from other families than those of the program's own
/// hands, and it writes on tablets of its own: from five points a stroke on, in units of 1, 100 or 500.
/// </summary>
public static class HeldOutHand
{
    private static readonly float[] Units = [0.01f, 1, 5, 0.37f];

    /// <summary>A digit as strokes, y downwards.</summary>
    public static IReadOnlyList<Vector2[]> Write(int digit, RandomStream random)
    {
        var slant = -0.2f + (0.8f * random.NextSingle());
        var (width, turn) = (0.6f + (0.9f * random.NextSingle()), 0.3f * (random.NextSingle() - 0.5f));
        var (bow, sway, taper) = (Signed(random) * 0.12f, Signed(random) * 8, 1 + (Signed(random) * 0.3f));
        var (unit, origin) = (Units[random.NextInt(Units.Length)], new Vector2(random.NextSingle(), random.NextSingle()) * 100);
        var points = random.NextInt(2) == 0 ? 5 + random.NextInt(6) : 12 + random.NextInt(40);
        var strokes = new List<Vector2[]>();
        foreach (var stroke in HeldOutStyles.Of(digit, random.NextInt(HeldOutStyles.CountOf(digit))))
        {
            var misplaced = strokes.Count == 0 ? Vector2.Zero : new Vector2(Signed(random), Signed(random)) * 5;
            var (phase, waves) = (random.NextSingle() * MathF.Tau, 1 + (2 * random.NextSingle()));
            var written = stroke.Select((point, i) =>
            {
                point += misplaced;
                var height = (point.Y - 50) / 50;
                var x = (point.X - 30) * width * (1 + ((taper - 1) * height)) + (sway * height * height) - (slant * (point.Y - 50));
                var y = point.Y + (bow * (point.X - 30) * (point.X - 30) / 30);
                var trembling = 1.6f * MathF.Sin(phase + (waves * MathF.Tau * i / stroke.Length));
                return Vector2.Transform(new Vector2(x + trembling, y - trembling), Matrix3x2.CreateRotation(turn));
            });
            strokes.Add([.. Points.Along([.. written], points).Select(point => (point + origin) * unit)]);
        }

        return strokes;
    }

    private static float Signed(RandomStream random) => (2 * random.NextSingle()) - 1;
}
