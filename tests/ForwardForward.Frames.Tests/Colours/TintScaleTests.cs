using ForwardForward.Frames.Colours;

namespace ForwardForward.Frames.Tests.Colours;

public sealed class TintScaleTests
{
    [Fact]
    public void AHeatMapGoesOneWayUnlessACellIsBelowZero()
    {
        Assert.Equal(new TintScale(false, 2, 6), TintScale.Of(Grid(2, 6, float.NaN)));
        Assert.Equal(new TintScale(true, -6, 6), TintScale.Of(Grid(-2, 6, 0)));
        Assert.Equal(new TintScale(false, 0, 3), TintScale.Of(Grid(3, 3, 3)));
        Assert.Equal(new TintScale(false, 0, 1), TintScale.Of(Grid(0, 0, 0)));
    }

    [Fact]
    public void ATextNamesItsFullColourOrHasItsLargestValue()
    {
        Assert.Equal(new TintScale(false, 0, 5), TintScale.Of(new TextFrame(0, "ab", [1, 5])));
        Assert.Equal(new TintScale(true, -8, 8), TintScale.Of(new TextFrame(0, "ab", [1, 5]) { Full = 8, Range = ImageRange.Signed }));
    }

    [Fact]
    public void EndsAndMissingValuesHaveTheirColours()
    {
        var (one, both, palette) = (new TintScale(false, 2, 6), new TintScale(true, -4, 4), FramePalette.Light);
        Assert.Equal((palette.Zero, palette.Strong, palette.NotFinite), (one.Colour(2, palette), one.Colour(9, palette), one.Colour(float.NaN, palette)));
        Assert.Equal((palette.Minus, palette.Zero, palette.Plus), (both.Colour(-4, palette), both.Colour(0, palette), both.Colour(4, palette)));
        Assert.Equal(0.5f, one.Share(4));
    }

    private static GridFrame Grid(params float[] values) => new(0, ["row"], [.. values.Select(_ => new GridColumn("x"))], values);
}
