namespace ForwardForward.Frames.Tests;

public sealed class LocationTilesTests
{
    [Fact]
    public void EachChannelIsATileWithItsFieldsWhereTheyLie()
    {
        // A picture of 3 x 1 with two locations of one pixel, two apart; two channels of units.
        var frame = new ImageFrame(5, new(3, 1), ImageRange.Signed, [1, 0, 0, 0, 0, 2, 3, 0, 0, 0, 0, 4]) { First = 4, Locations = new(2, 1, 1, 2) };
        var tiles = LocationTiles.Lay(frame);

        Assert.Equal((new ImageShape(3, 1), 2, 2, 5L), (tiles.Shape, tiles.Count, tiles.First, tiles.Step));
        Assert.Equal([1, 0, 2, 3, 0, 4], tiles.Values);
        Assert.Equal([0, 0, 1], Enumerable.Range(0, 3).Select(x => LocationTiles.At(frame.Locations, x, 0)));
    }

    [Fact]
    public void ColoursGoAlong()
    {
        var frame = new ImageFrame(0, new(2, 2, 3), ImageRange.Share, [.. Enumerable.Range(0, 48).Select(i => i / 48f)]) { Locations = new(2, 2, 1, 1) };
        var tile = LocationTiles.Lay(frame);

        Assert.Equal(new ImageShape(3, 3, 3), tile.Shape);
        Assert.Equal(frame.Values[45..48], tile.Values[^3..]);
    }

    [Fact]
    public void WholePicturesStayAsTheyAre()
    {
        var frame = new ImageFrame(0, new(2, 1), ImageRange.Share, [1, 2]);
        Assert.Same(frame, LocationTiles.Lay(frame));
    }
}
