using ForwardForward.Frames.Colours;

namespace ForwardForward.Frames.Tests.Colours;

public sealed class FramePaletteTests
{
    [Fact]
    public void NegativeIsVermilionAndPositiveTeal()
    {
        var colours = FramePalette.Light.Signed();
        Assert.Equal(256, colours.Length);
        Assert.Equal((FramePalette.Light.Zero, FramePalette.Light.Plus, FramePalette.Light.Minus, FramePalette.Light.NotFinite), (colours[0], colours[127], colours[129], colours[128]));
        Assert.True(Red(colours[129]) > Blue(colours[129]) && Blue(colours[127]) > Red(colours[127]));
    }

    [Fact]
    public void BothSidesGrowEvenlyAway() =>
        Assert.All(Enumerable.Range(1, 126), level => Assert.True(
            Red(FramePalette.Light.Signed()[level]) >= Red(FramePalette.Light.Signed()[level + 1])
            && Blue(FramePalette.Light.Signed()[256 - level]) >= Blue(FramePalette.Light.Signed()[(256 - level - 1)])));

    [Fact]
    public void SharesGoFromPaperToInk()
    {
        var colours = FramePalette.Dark.Of(ImageRange.Share);
        Assert.Equal((FramePalette.Dark.Paper, FramePalette.Dark.Ink), (colours[0], colours[255]));
        Assert.Equal((FramePalette.Dark.Zero, FramePalette.Dark.Strong), (FramePalette.Dark.Sequential()[0], FramePalette.Dark.Sequential()[255]));
    }

    [Fact]
    public void ThreeChannelsAreLightOrLieAroundGrey()
    {
        Assert.Equal(0x0180ff, FramePalette.Light.OfChannels([1, 128, 255], ImageRange.Share));
        Assert.Equal(0x80ff01, FramePalette.Light.OfChannels([0, 127, 129], ImageRange.Signed));
        Assert.Equal(FramePalette.Light.NotFinite, FramePalette.Light.OfChannels([0, 128, 0], ImageRange.Signed));
    }

    private static int Red(int colour) => colour >> 16;

    private static int Blue(int colour) => colour & 255;
}
