using CsCheck;

namespace ForwardForward.Frames.Tests;

public sealed class ImageShapeTests
{
    [Fact]
    public void CountsLocationsAndValues()
    {
        var shape = new ImageShape(9, 7, 3);

        Assert.Equal(63, shape.Locations);
        Assert.Equal(189, shape.Values);
    }

    [Fact]
    public void IsGreyUnlessToldOtherwise() => Assert.Equal(1, new ImageShape(28, 28).Channels);

    [Theory]
    [InlineData(28, 28, 1, "28 x 28")]
    [InlineData(32, 30, 3, "32 x 30 x 3")]
    public void NamesItsSides(int width, int height, int channels, string expected) =>
        Assert.Equal(expected, new ImageShape(width, height, channels).ToString());

    [Fact]
    public void LocationsFollowEachOtherRowByRow() => Gen.Int[1, 20].Array[3].Sample(sides =>
    {
        var shape = new ImageShape(sides[0], sides[1], sides[2]);
        var next = 0;
        for (var row = 0; row < shape.Height; row++)
        {
            for (var column = 0; column < shape.Width; column++)
            {
                Assert.Equal(next, shape.At(row, column));
                next += shape.Channels;
            }
        }

        Assert.Equal(shape.Values, next);
    });

    [Fact]
    public void RefusesToCountMoreValuesThanAnIndexHolds() => Assert.Throws<OverflowException>(() => new ImageShape(100_000, 100_000, 3).Values);
}
