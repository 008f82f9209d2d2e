using ForwardForward.Frames.Colours;

namespace ForwardForward.Frames.Tests.Colours;

public sealed class FullColourTests
{
    [Fact]
    public void EachTileHasItsLargestMagnitudeAndLabelsSetNoScale()
    {
        var frame = new ImageFrame(0, new(3, 1), ImageRange.Signed, [9, -2, 1, 9, float.NaN, float.NegativeInfinity]) { LabelValues = 1 };
        Assert.Equal([2, 0], FullColour.Of(frame, ColourScale.EachTile));
    }

    [Fact]
    public void OneWildUnitDoesNotPaleTheOthers()
    {
        var frame = new ImageFrame(0, new(1, 1), ImageRange.Signed, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 50]);
        Assert.All(FullColour.Of(frame, ColourScale.Whole), full => Assert.Equal(1, full));
    }

    [Fact]
    public void WhereNearlyAllTilesAreZeroTheLargestSetsTheScale()
    {
        var frame = new ImageFrame(0, new(1, 1), ImageRange.Signed, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3]);
        Assert.All(FullColour.Of(frame, ColourScale.Whole), full => Assert.Equal(3, full));
    }

    [Fact]
    public void SharesEndAtOne() =>
        Assert.Equal([1, 1], FullColour.Of(new ImageFrame(0, new(1, 1), ImageRange.Share, [0.2f, 7]), ColourScale.Whole));

    [Fact]
    public void ATimeLapseKeepsItsScales()
    {
        ImageFrame Frame(params float[] values) => new(0, new(1, 1), ImageRange.Signed, values);
        Assert.Equal([3, 4], FullColour.Over([Frame(1, -4), Frame(3, 2)], ColourScale.EachTile));
        Assert.Throws<ArgumentException>(() => FullColour.Over([Frame(1), Frame(1, 2)], ColourScale.EachTile));
        Assert.Throws<ArgumentException>(() => FullColour.Over([], ColourScale.EachTile));
    }
}
