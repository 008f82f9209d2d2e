using System.Numerics;

namespace ForwardForward.Imaging.Tests.Digits;

public sealed class FromStrokesTests
{
    private static readonly byte[] Three = DigitPreparation.FromStrokes(Drawing.Three)!;

    [Fact]
    public void ADigitIsTwentyHighCentredAndInkedAsMnist()
    {
        foreach (var drawing in new[] { Drawing.Three, Drawing.Seven })
        {
            var image = DigitPreparation.FromStrokes(drawing)!;
            var (width, height, x, y, ink) = Drawing.Measure(image);
            Assert.Equal(784, image.Length);
            Assert.InRange(height, 19, 21);
            Assert.InRange(width, 8, 21);
            Assert.InRange(x, 13.49, 14.51);
            Assert.InRange(y, 13.49, 14.51);

            // MNIST's threes and sevens: mean ink 112 and 91 full pixels.
            Assert.InRange(ink, 80, 130);
            Assert.Equal(255, image.Max());
        }
    }

    [Theory]
    [InlineData(0.001f, 0, 0)]
    [InlineData(1, 1000, -400)]
    [InlineData(0.1f, 3, 7)]
    [InlineData(50, -9000, 100)]
    [InlineData(1e30f, 0, 0)]
    [InlineData(1e-30f, 0, 0)]
    public void SizeAndPlaceDoNotMatter(float scale, float x, float y)
    {
        var moved = Drawing.Transformed(Drawing.Three, Matrix3x2.CreateScale(scale) * Matrix3x2.CreateTranslation(x, y));
        Assert.InRange(Drawing.Likeness(Three, DigitPreparation.FromStrokes(moved)!), 0.98, 1.0001);
    }

    [Theory]
    [InlineData(-0.4f)]
    [InlineData(0.15f)]
    [InlineData(0.6f)]
    public void SlantIsKept(float slant)
    {
        var slanted = DigitPreparation.FromStrokes(Drawing.Transformed(Drawing.Seven, new Matrix3x2(1, 0, -slant, 1, 0, 0)))!;
        var (width, height, _, _, _) = Drawing.Measure(slanted);
        Assert.InRange(Math.Max(width, height), 19, 21);
        Assert.InRange(Drawing.Likeness(DigitPreparation.FromStrokes(Drawing.Seven)!, slanted), 0.1, 0.97);
    }

    [Fact]
    public void NeitherDirectionNorOrderNorNumberOfPointsMatters()
    {
        var seven = DigitPreparation.FromStrokes(Drawing.Seven)!;
        PointF[][] other = [Drawing.Seven[1], [.. Drawing.Seven[0].Reverse()]];
        PointF[][] sparse = [[new(60, 60), new(200, 55), new(110, 250)], [new(80, 150), new(190, 140)]];
        PointF[][] doubled = [.. Drawing.Seven.Select(stroke => stroke.SelectMany(point => new[] { point, point, point }).ToArray())];
        Assert.All(
            new[] { other, sparse, doubled },
            drawing => Assert.InRange(Drawing.Likeness(seven, DigitPreparation.FromStrokes(drawing)!), 0.985, 1.0001));
    }

    [Fact]
    public void AShakyHandWritesNearlyTheSame()
    {
        var k = 0;
        PointF[][] shaky = [.. Drawing.Three.Select(stroke => stroke.Select(point => new PointF(point.X + (k++ % 2 == 0 ? 1.5f : -1.5f), point.Y)).ToArray())];
        Assert.InRange(Drawing.Likeness(Three, DigitPreparation.FromStrokes(shaky)!), 0.95, 1.0001);
    }

    [Fact]
    public void NothingDrawnIsNothing()
    {
        Assert.Null(DigitPreparation.FromStrokes([]));
        Assert.Null(DigitPreparation.FromStrokes([[], []]));
    }

    [Fact]
    public void ATapIsADot()
    {
        foreach (var drawing in new PointF[][][] { [[new(7, 9)]], [[new(7, 9), new(7, 9)], []], [[new(0, 0)], [new(0, 0)]] })
        {
            var image = DigitPreparation.FromStrokes(drawing)!;
            var (width, height, _, _, ink) = Drawing.Measure(image);
            Assert.InRange(width, 2, 4);
            Assert.InRange(height, 2, 4);
            Assert.InRange(ink, 3, 7);
        }
    }

    [Fact]
    public void AStraightLineIsAOne()
    {
        var (width, height, _, _, _) = Drawing.Measure(DigitPreparation.FromStrokes([Drawing.Line((5, 0), (5, 100))])!);
        Assert.InRange(width, 2, 4);
        Assert.InRange(height, 19, 21);
    }

    [Fact]
    public void ExtremeCoordinatesStayFinite()
    {
        var image = DigitPreparation.FromStrokes([[new(-float.MaxValue, -float.MaxValue), new(float.MaxValue, float.MaxValue)]])!;
        Assert.InRange(Drawing.Measure(image).Width, 19, 21);
    }

    [Fact]
    public void TooMuchIsRefusedAndAsMuchAsAllowedIsDrawn()
    {
        PointF[][] strokes = [.. Enumerable.Repeat(new PointF[] { new(1, 2) }, 1001)];
        PointF[][] points = [[.. Enumerable.Range(0, 100_001).Select(i => new PointF(i * 7919 % 1000, i * 104_729L % 1000))]];
        Assert.StartsWith("The drawing has 1001 strokes; at most 1000 are accepted.", Fault(strokes), StringComparison.Ordinal);
        Assert.StartsWith("The drawing has 100001 points; at most 100000 are accepted.", Fault(points), StringComparison.Ordinal);
        Assert.NotNull(DigitPreparation.FromStrokes([points[0][..100_000]]));
        Assert.NotNull(DigitPreparation.FromStrokes(strokes[..1000]));
    }

    [Theory]
    [InlineData(float.NaN, 1)]
    [InlineData(1, float.PositiveInfinity)]
    public void CoordinatesMustBeFinite(float x, float y) =>
        Assert.StartsWith("Point 1 of stroke 1 is (", Fault([[new(0, 0)], [new(1, 1), new(x, y)]]), StringComparison.Ordinal);

    private static string Fault(PointF[][] drawing) => Assert.Throws<ArgumentException>(() => DigitPreparation.FromStrokes(drawing)).Message;
}
