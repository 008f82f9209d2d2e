using System.Numerics;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Data.Synthetic;

/// <summary>
/// One person's hand at one moment: slant, rotation, proportions and a smooth warp of the paper. The warp is a sum of a few long sine
/// waves, an elastic distortion without a displacement field to smooth (compare Simard, Steinkraus and Platt 2003).
/// </summary>
internal readonly struct Handwriting
{
    private const int Waves = 3;
    private readonly Matrix3x2 _affine;
    private readonly WaveSet _directions;
    private readonly WaveSet _displacements;
    private readonly PhaseSet _phases;

    public Handwriting(RandomStream random)
    {
        var slant = (float)(0.12 + (0.24 * random.NextNormal()));
        var rotation = (float)(0.09 * random.NextNormal());
        var width = MathF.Exp((float)(0.13 + (0.22 * random.NextNormal())));

        // Leaning to the right means that the top, at small y, moves to larger x.
        _affine = Matrix3x2.CreateScale(width, 1) * new Matrix3x2(1, 0, -slant, 1, 0, 0) * Matrix3x2.CreateRotation(rotation);
        for (var i = 0; i < Waves; i++)
        {
            var angle = (float)(Math.PI * 2 * random.NextDouble());
            var wavelength = 60 + (120 * random.NextSingle());
            _directions[i] = new Vector2(MathF.Cos(angle), MathF.Sin(angle)) * (MathF.Tau / wavelength);
            _displacements[i] = new Vector2((float)random.NextNormal(), (float)random.NextNormal()) * 2.8f;
            _phases[i] = MathF.Tau * random.NextSingle();
        }
    }

    /// <summary>Where a point of the style comes to lie.</summary>
    public Vector2 Write(Vector2 point)
    {
        var written = Vector2.Transform(point, _affine);
        for (var i = 0; i < Waves; i++)
        {
            written += _displacements[i] * MathF.Sin(Vector2.Dot(_directions[i], point) + _phases[i]);
        }

        return written;
    }

    [System.Runtime.CompilerServices.InlineArray(Waves)]
    private struct WaveSet
    {
        private Vector2 _first;
    }

    [System.Runtime.CompilerServices.InlineArray(Waves)]
    private struct PhaseSet
    {
        private float _first;
    }
}
