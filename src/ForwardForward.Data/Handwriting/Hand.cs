using System.Numerics;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Data.Handwriting;

/// <summary>
/// One person's hand at one moment: slant, turn, width, the share of upper and lower half, a smooth warp of the paper (a sum of long sine
/// waves), and how much of every bend a fast hand leaves out.
/// </summary>
internal sealed class Hand
{
    private const int Waves = 3;
    private readonly Matrix3x2 _affine;
    private readonly float _heaviness;
    private readonly (Vector2 Direction, Vector2 Displacement, float Phase)[] _waves = new (Vector2, Vector2, float)[Waves];

    public Hand(RandomStream random)
    {
        var slant = 0.14f + (0.28f * Normal(random));
        var turn = 0.1f * Normal(random);
        var width = MathF.Exp(0.08f + (0.28f * Normal(random)));

        // Leaning to the right means that the top, at small y, moves to larger x.
        _affine = Matrix3x2.CreateScale(width, 1) * new Matrix3x2(1, 0, -slant, 1, 0, 0) * Matrix3x2.CreateRotation(turn);
        _heaviness = MathF.Exp(0.16f * Normal(random));
        Trembling = 2.4f * random.NextSingle();
        Speed = random.NextSingle();
        for (var i = 0; i < Waves; i++)
        {
            var angle = MathF.Tau * random.NextSingle();
            var wavelength = 60 + (120 * random.NextSingle());
            _waves[i] = (
                new Vector2(MathF.Cos(angle), MathF.Sin(angle)) * (MathF.Tau / wavelength), Displacement(random) * 2.6f, MathF.Tau * random.NextSingle());
        }
    }

    /// <summary>How far off the points of a style the hand passes, beside what every hand does.</summary>
    public float Trembling { get; }

    /// <summary>From 0, every corner is a corner, to 1, corners are round and bends are cut short.</summary>
    public float Speed { get; }

    /// <summary>Where a point of the style comes to lie.</summary>
    public Vector2 Write(Vector2 point)
    {
        // The middle of the digit moves up or down: small loops above large ones and the reverse.
        var height = Math.Clamp(point.Y / 100, 0, 1);
        var shaped = point with { Y = point.Y + (100 * (MathF.Pow(height, _heaviness) - height)) };
        var written = Vector2.Transform(shaped, _affine);
        foreach (var (direction, displacement, phase) in _waves)
        {
            written += displacement * MathF.Sin(Vector2.Dot(direction, point) + phase);
        }

        return written;
    }

    /// <summary>A normally distributed vector.</summary>
    public static Vector2 Displacement(RandomStream random) => new(Normal(random), Normal(random));

    private static float Normal(RandomStream random) => (float)random.NextNormal();
}
