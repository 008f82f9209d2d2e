using System.Numerics;

namespace ForwardForward.Imaging.Tests.Digits;

/// <summary>The same digit gives nearly the same picture, however a device notes it.</summary>
public sealed class SamplingTests
{
    // A circle, an eight begun in its middle, a hooked nine and a barred seven, noted closely.
    private static readonly (string Name, PointF[][] Strokes)[] Digits =
    [
        ("0", [Drawing.Arc(100, 140, 90, -1.6f, 4.6f)]),
        ("8", [[.. Drawing.Arc(100, 60, 50, 1.57f, -4.71f), .. Drawing.Arc(100, 165, 55, -1.57f, 4.71f)]]),
        ("9", [[.. Drawing.Arc(100, 70, 55, 0, -6.1f), .. Drawing.Arc(70, 140, 85, -0.5f, 1.5f)]]),
        ("7", Drawing.Seven),
    ];

    public static TheoryData<int, int> Rates => new MatrixTheoryData<int, int>(Enumerable.Range(0, Digits.Length), [10, 14, 20, 40, 200]);

    [Theory]
    [MemberData(nameof(Rates))]
    public void TheSamplingRateHardlyMatters(int digit, int points)
    {
        var (_, strokes) = Digits[digit];
        var coarse = strokes.Select(stroke => Along(stroke, points)).ToArray();
        Assert.InRange(Likeness(DigitPreparation.FromStrokes(strokes)!, DigitPreparation.FromStrokes(coarse)!), points < 20 ? 0.88 : 0.95, 1.0001);
    }

    [Fact]
    public void BetweenFewPointsOfABendThePenFollowsTheBend()
    {
        // Eight points of a circle: straight lines between them would leave an octagon that lies inside.
        var circle = DigitPreparation.FromStrokes([Drawing.Arc(0, 0, 10, 0, MathF.Tau)])!;
        PointF[] eight = [.. Enumerable.Range(0, 9).Select(k => new PointF(10 * MathF.Cos(k * MathF.PI / 4), 10 * MathF.Sin(k * MathF.PI / 4)))];
        Assert.InRange(Likeness(circle, DigitPreparation.FromStrokes([eight])!), 0.97, 1.0001);
    }

    [Fact]
    public void ASharpTurnStaysACorner()
    {
        var few = DigitPreparation.FromStrokes([[new(0, 0), new(60, 0), new(20, 100)]])!;
        var many = DigitPreparation.FromStrokes([Drawing.Line((0, 0), (60, 0), (20, 100))])!;
        Assert.InRange(Likeness(few, many), 0.985, 1.0001);
    }

    [Theory]
    [InlineData(0.01f, 0, 0)]
    [InlineData(1, 0, 0)]
    [InlineData(5, 250, 250)]
    [InlineData(1e-6f, 0.5f, 0.5f)]
    [InlineData(1e6f, -4e6f, 9e6f)]
    public void NeitherUnitNorPlaceMattersWithFewPoints(float scale, float x, float y)
    {
        PointF[][] few = [Along(Digits[2].Strokes[0], 8)];
        var moved = Drawing.Transformed(few, Matrix3x2.CreateScale(scale) * Matrix3x2.CreateTranslation(x, y));
        Assert.InRange(Likeness(DigitPreparation.FromStrokes(few)!, DigitPreparation.FromStrokes(moved)!), 0.95, 1.0001);
    }

    [Fact]
    public void ALineLyingDownLiesDownAndDotsStayDots()
    {
        var (width, height, _, _, _) = Drawing.Measure(DigitPreparation.FromStrokes([[new(0, 5), new(100, 5)]])!);
        Assert.InRange(width, 19, 21);
        Assert.InRange(height, 2, 4);

        // Repeated points, strokes of one point beside a long one, a line there and back.
        Assert.NotNull(DigitPreparation.FromStrokes([[new(1, 1), new(1, 1), new(1, 1)], [new(50, 80)], [new(0, 0), new(10, 90), new(0, 0)]]));
    }

    // MNIST's digits were centred by whole pixels: a hair's breadth may move a whole picture by one, which says nothing of its form.
    private static double Likeness(byte[] first, byte[] second) =>
        (from right in Enumerable.Range(-1, 3) from down in Enumerable.Range(-1, 3) select Drawing.Likeness(first, Moved(second, right + (28 * down)))).Max();

    private static byte[] Moved(byte[] image, int by) => [.. Enumerable.Range(0, image.Length).Select(i => i - by >= 0 && i - by < image.Length ? image[i - by] : (byte)0)];

    private static PointF[] Along(PointF[] line, int count)
    {
        var lengths = new float[line.Length];
        for (var i = 1; i < line.Length; i++)
        {
            lengths[i] = lengths[i - 1] + Vector2.Distance(new(line[i - 1].X, line[i - 1].Y), new(line[i].X, line[i].Y));
        }

        return
        [
            .. Enumerable.Range(0, count).Select(i =>
            {
                var place = lengths[^1] * i / (count - 1);
                var piece = Array.FindIndex(lengths, 1, length => length >= place) is >= 1 and var found ? found : line.Length - 1;
                var share = (place - lengths[piece - 1]) / Math.Max(1e-6f, lengths[piece] - lengths[piece - 1]);
                return new PointF(line[piece - 1].X + (share * (line[piece].X - line[piece - 1].X)), line[piece - 1].Y + (share * (line[piece].Y - line[piece - 1].Y)));
            }),
        ];
    }
}
