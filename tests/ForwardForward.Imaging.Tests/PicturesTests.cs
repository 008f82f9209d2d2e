namespace ForwardForward.Imaging.Tests;

public sealed class PicturesTests
{
    [Fact]
    public void GreyPicturesHaveDarkInk()
    {
        var picture = new Decoded(Pictures.GreyMosaicPng([[0, 0.5f], [1, 7], [-1, float.NaN]], 2, 1, 3, 4));
        int?[] at = [picture[0, 0], picture[4, 0], picture[10, 0], picture[14, 0], picture[20, 0], picture[24, 3]];
        Assert.Equal([0xffffff, 0x808080, 0, 0, 0xffffff, 0xffffff], at);
        Assert.Null(picture[8, 0]);
    }

    [Fact]
    public void WrongSizesAreRefused()
    {
        Assert.Contains("Picture 1 has 3", Assert.Throws<ArgumentException>(() => Pictures.GreyMosaicPng([[1, 1], [1, 1, 1]], 2, 1, 1, 1)).Message, StringComparison.Ordinal);
        Assert.Contains("at most 16384", Assert.Throws<ArgumentException>(() => Pictures.GreyMosaicPng([.. Enumerable.Repeat(new float[784], 100)], 28, 28, 100, 10)).Message, StringComparison.Ordinal);
        Assert.ThrowsAny<ArgumentException>(() => Pictures.GreyMosaicPng([], 2, 1, 1, 1));
        Assert.ThrowsAny<ArgumentException>(() => Pictures.GreyMosaicPng([new float[6]], 3, 2, 1, 0));
    }
}
