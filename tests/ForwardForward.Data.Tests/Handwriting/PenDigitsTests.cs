using System.Numerics;
using ForwardForward.Data.Handwriting;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Data.Tests.Handwriting;

public sealed class PenDigitsTests
{
    [Fact]
    public void EveryDigitHasManyStylesOfStrokesThatCanBeDrawn() => Assert.All(PenStyles.All, styles =>
    {
        Assert.InRange(styles.Count, 15, 100);
        Assert.All(styles, style => Assert.All(style, path => Assert.True(path.Points.Length >= 2 && path.Points.Length == path.IsCorner.Length)));
        Assert.Equal(styles.Count, styles.Select(style => string.Join('|', style.Select(path => string.Join(' ', path.Points)))).Distinct().Count());
    });

    [Fact]
    public void EqualStreamsGiveEqualStrokes()
    {
        static Vector2[] Points(ulong seed)
        {
            var random = new RandomStream(seed);
            return [.. Enumerable.Range(0, 50).SelectMany(i => PenDigits.Write(i % 10, random)).SelectMany(stroke => stroke)];
        }

        Assert.Equal(Points(3), Points(3));
        Assert.NotEqual(Points(3), Points(4));
    }

    [Fact]
    public void SomeTabletsNoteFewPointsAndEveryPointIsFinite()
    {
        var random = new RandomStream(1);
        var drawings = Enumerable.Range(0, 2000).Select(i => PenDigits.Write(i % 10, random)).ToArray();

        Assert.All(drawings, strokes => Assert.All(strokes, stroke => Assert.All(stroke, point => Assert.True(float.IsFinite(point.X) && float.IsFinite(point.Y)))));
        Assert.InRange(drawings.Count(strokes => strokes.All(stroke => stroke.Length <= 12)), 600, 1400);
        Assert.InRange(drawings.Count(strokes => strokes.Count > 1), 200, 1200);
    }

    [Fact]
    public void ASquareTabletMakesEveryDigitAsWideAsHighButNoLineWiderThanFourTimes()
    {
        List<Vector2[]> seven = [[new(0, 0), new(50, 0), new(20, 100)]];
        List<Vector2[]> one = [[new(0, 0), new(2, 100)]];
        Assert.Equal(100, Tablet.Square(seven, 1)[0].Max(point => point.X), 3);
        Assert.Equal(8, Tablet.Square(one, 1)[0].Max(point => point.X), 3);
    }
}
