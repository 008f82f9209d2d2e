using System.Numerics;
using System.Runtime.InteropServices;
using ForwardForward.Data.Images;
using ForwardForward.Data.Mnist;
using ForwardForward.Frames;
using ForwardForward.Imaging.Pen;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Data.Synthetic;

/// <summary>
/// Digits made up by this program, in MNIST's form: pen paths in several styles, a random hand, a random pen, the longer side of the
/// ink 20 pixels, the centre of mass in the middle of 28 x 28. Equal seeds give equal pictures.
/// </summary>
public sealed class SyntheticDigits
{
    /// <summary>Width and height of a picture.</summary>
    public const int Size = 28;

    private const float Box = 20;
    private readonly PenRaster _raster = new(Size);
    private readonly List<Vector2> _points = [];
    private readonly List<int> _strokeEnds = [];
    private readonly byte[] _ink = new byte[Size * Size];

    /// <summary>What the sets are called wherever their results are shown.</summary>
    public static DataOrigin Origin { get; } = new("synthetic digits", IsSynthetic: true);

    /// <summary>Makes a whole set; its three parts share no picture, and every digit is about equally frequent in each.</summary>
    public static Splits<ImageSet> Make(ulong seed, int train = 50_000, int validation = 10_000, int test = 10_000, CancellationToken cancellation = default)
    {
        var random = new RandomStream(seed);
        ImageSet Part(string name, int count) => MakePart(random.Fork(name), count, cancellation);
        return new Splits<ImageSet>(Origin, Part("train", train), Part("validation", validation), Part("test", test));
    }

    /// <summary>Draws one digit into <paramref name="image"/> <c>[784]</c>.</summary>
    public void Draw(int digit, RandomStream random, Span<byte> image)
    {
        Write(digit, random);

        // Median and spread of MNIST's stroke widths: half of them lie between 1.9 and 2.8 pixels.
        var radius = Math.Clamp(1.21f * MathF.Exp(0.26f * (float)random.NextNormal()), 0.65f, 2.2f);
        Fit(radius);
        _raster.Clear();
        var points = CollectionsMarshal.AsSpan(_points);
        var start = 0;
        foreach (var end in _strokeEnds)
        {
            _raster.Add(points[start..end], radius);
            start = end;
        }

        _raster.CopyTo(radius, _ink);
        MassCentre.Centre(_ink, image, Size);
    }

    /// <summary>The strokes of one digit, as a pen would deliver them: about 100 units high, y downwards.</summary>
    public Vector2[][] Strokes(int digit, RandomStream random)
    {
        Write(digit, random);
        var points = CollectionsMarshal.AsSpan(_points);
        var strokes = new Vector2[_strokeEnds.Count][];
        for (var i = 0; i < strokes.Length; i++)
        {
            strokes[i] = points[(i == 0 ? 0 : _strokeEnds[i - 1]).._strokeEnds[i]].ToArray();
        }

        return strokes;
    }

    private static ImageSet MakePart(RandomStream random, int count, CancellationToken cancellation)
    {
        var labels = new byte[count];
        for (var i = 0; i < count; i++)
        {
            labels[i] = (byte)(i % MnistFiles.Classes.Count);
        }

        random.Shuffle<byte>(labels);
        var pixels = new byte[checked(count * Size * Size)];
        var digits = new SyntheticDigits();
        for (var i = 0; i < count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            digits.Draw(labels[i], random, pixels.AsSpan(i * Size * Size, Size * Size));
        }

        return new ImageSet(new ImageShape(Size, Size), MnistFiles.Classes, pixels, labels);
    }

    private void Write(int digit, RandomStream random)
    {
        _points.Clear();
        _strokeEnds.Clear();
        var styles = DigitStyles.All[digit];
        var style = styles[random.NextInt(styles.Count)];
        var hand = new Handwriting(random);
        Span<Vector2> passed = stackalloc Vector2[16];
        foreach (var path in style)
        {
            for (var i = 0; i < path.Points.Length; i++)
            {
                passed[i] = path.Points[i] + (new Vector2((float)random.NextNormal(), (float)random.NextNormal()) * 2.6f);
            }

            var start = _points.Count;
            PenCurve.Append(passed[..path.Points.Length], path.IsCorner, _points);
            for (var i = start; i < _points.Count; i++)
            {
                _points[i] = hand.Write(_points[i]);
            }

            _strokeEnds.Add(_points.Count);
        }
    }

    /// <summary>Scales and moves the points so that the ink's longer side is 20 pixels, in the middle of the picture.</summary>
    private void Fit(float radius)
    {
        var points = CollectionsMarshal.AsSpan(_points);
        var (least, most) = (points[0], points[0]);
        foreach (var point in points)
        {
            (least, most) = (Vector2.Min(least, point), Vector2.Max(most, point));
        }

        var extent = most - least;
        var scale = (Box - (2 * radius)) / Math.Max(extent.X, extent.Y);
        var shift = InkBox.Shift(least * scale, most * scale, radius, Size);
        foreach (ref var point in points)
        {
            point = (point * scale) + shift;
        }
    }
}
