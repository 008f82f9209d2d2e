using ForwardForward.Frames.Colours;
using ForwardForward.Web.Lab.Frames;

namespace ForwardForward.Web.Tests.Lab.Frames;

public sealed class CellTextTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void EveryCellCanBeReadInBothThemes(bool isSigned)
    {
        var scale = new TintScale(isSigned, isSigned ? -1 : 0, 1);
        for (var value = scale.Low; value <= 1; value += 0.01f)
        {
            var classes = CellText.On(scale, (float)value).Split(' ');
            var light = classes.Contains("white") ? 0xffffff : 0;
            var dark = classes.Contains("black-in-dark") ? 0 : 0xffffff;
            Assert.True(CellText.Contrast(light, scale.Colour((float)value, FramePalette.Light)) >= 4.5, $"{value} in the light theme");
            Assert.True(CellText.Contrast(dark, scale.Colour((float)value, FramePalette.Dark)) >= 4.5, $"{value} in the dark theme");
        }
    }

    [Fact]
    public void WhatIsNoNumberCanBeReadToo()
    {
        var scale = new TintScale(true, -1, 1);
        Assert.Equal("white black-in-dark", CellText.On(scale, float.NaN));
    }

    [Fact]
    public void BlackOnWhiteHasTheLargestContrastThereIs() => Assert.Equal(21, CellText.Contrast(0x000000, 0xffffff), 6);
}
