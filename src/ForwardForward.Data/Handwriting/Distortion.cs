using System.Numerics;
using ForwardForward.Imaging.Pen;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Data.Handwriting;

/// <summary>
/// Another hand's version of a picture: turned, sheared, scaled, warped by a few long waves, its strokes thicker or thinner; centred again.
/// Elastic distortion after Simard, Steinkraus and Platt (2003), with waves in place of a smoothed field of noise.
/// </summary>
internal sealed class Distortion(int size)
{
    private const int Waves = 2;
    private readonly float[] _weighted = new float[size * size];
    private readonly byte[] _warped = new byte[size * size];

    /// <summary>Distorts <paramref name="image"/> into <paramref name="result"/>, both <c>[size * size]</c>.</summary>
    public void Apply(ReadOnlySpan<byte> image, RandomStream random, Span<byte> result)
    {
        Weigh(image, (0.85f * random.NextSingle()) - 0.25f);
        var turn = 0.14f * Normal(random);
        var shear = 0.16f * Normal(random);
        var scale = new Vector2(MathF.Exp(0.1f * Normal(random)), MathF.Exp(0.08f * Normal(random)));
        var map = Matrix3x2.CreateScale(scale) * new Matrix3x2(1, 0, shear, 1, 0, 0) * Matrix3x2.CreateRotation(turn);
        Span<(Vector2 Direction, Vector2 Displacement, float Phase)> waves = new (Vector2, Vector2, float)[Waves];
        foreach (ref var wave in waves)
        {
            var angle = MathF.Tau * random.NextSingle();
            var wavelength = 12 + (20 * random.NextSingle());
            wave = (new Vector2(MathF.Cos(angle), MathF.Sin(angle)) * (MathF.Tau / wavelength), Hand.Displacement(random) * 0.6f, MathF.Tau * random.NextSingle());
        }

        var middle = new Vector2((size - 1) / 2f);
        for (var i = 0; i < _warped.Length; i++)
        {
            var place = new Vector2(i % size, i / size);
            var source = Vector2.Transform(place - middle, map) + middle;
            foreach (var (direction, displacement, phase) in waves)
            {
                source += displacement * MathF.Sin(Vector2.Dot(direction, place) + phase);
            }

            _warped[i] = Sample(source);
        }

        MassCentre.Centre(_warped, result, size);
    }

    // Thicker is towards the strongest of each pixel and its four neighbours, thinner towards the weakest.
    private void Weigh(ReadOnlySpan<byte> image, float weight)
    {
        for (var i = 0; i < image.Length; i++)
        {
            var (x, y) = (i % size, i / size);
            var (own, most, least) = (image[i], image[i], image[i]);
            void Look(ReadOnlySpan<byte> pixels, int at) => (most, least) = (Math.Max(most, pixels[at]), Math.Min(least, pixels[at]));
            if (x > 0 && x < size - 1 && y > 0 && y < size - 1)
            {
                Look(image, i - 1);
                Look(image, i + 1);
                Look(image, i - size);
                Look(image, i + size);
            }

            _weighted[i] = own + (Math.Abs(weight) * ((weight > 0 ? most : least) - own));
        }
    }

    private byte Sample(Vector2 place)
    {
        var (left, top) = ((int)MathF.Floor(place.X), (int)MathF.Floor(place.Y));
        var (right, down) = (place.X - left, place.Y - top);
        var upper = (At(left, top) * (1 - right)) + (At(left + 1, top) * right);
        var lower = (At(left, top + 1) * (1 - right)) + (At(left + 1, top + 1) * right);
        return (byte)((upper * (1 - down)) + (lower * down) + 0.5f);
    }

    private float At(int x, int y) => x >= 0 && y >= 0 && x < size && y < size ? _weighted[(y * size) + x] : 0;

    private static float Normal(RandomStream random) => (float)random.NextNormal();
}
