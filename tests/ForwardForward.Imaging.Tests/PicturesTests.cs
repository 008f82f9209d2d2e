namespace ForwardForward.Imaging.Tests;

public sealed class PicturesTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(5, 2)]
    public void EveryWeightIsAZoomedSquareOfItsColour(int zoom, int gap)
    {
        // Five fields of 3 x 2 in rows of two; the largest weight is 1.
        var fields = Enumerable.Range(0, 30).Select(i => (i - 14.5f) / 14.5f).ToArray();
        var picture = new Decoded(Pictures.ReceptiveFieldsPng(fields, 3, 2, 2, zoom, sharedScale: true));

        Assert.Equal(((2 * 3 * zoom) + gap, (3 * 2 * zoom) + (2 * gap)), (picture.Width, picture.Height));
        for (var i = 0; i < fields.Length; i++)
        {
            var (tile, x, y) = (i / 6, i % 3, i / 3 % 2);
            var (left, top) = ((tile % 2 * ((3 * zoom) + gap)) + (x * zoom), (tile / 2 * ((2 * zoom) + gap)) + (y * zoom));
            Assert.Equal(DivergingColourMap.At(fields[i]), picture[left, top]);
            Assert.Equal(picture[left, top], picture[left + zoom - 1, top + zoom - 1]);
        }

        Assert.Null(picture[3 * zoom, 0]);
        Assert.Null(picture[picture.Width - 1, picture.Height - 1]);
    }

    [Fact]
    public void TilesShareAScaleOrHaveTheirOwn()
    {
        float[] fields = [1, -1, 0.5f, -0.5f];
        var shared = new Decoded(Pictures.ReceptiveFieldsPng(fields, 2, 1, 2, 1, sharedScale: true));
        var own = new Decoded(Pictures.ReceptiveFieldsPng(fields, 2, 1, 2, 1, sharedScale: false));
        Assert.Equal(DivergingColourMap.At(0.5f), shared[3, 0]);
        Assert.Equal(DivergingColourMap.At(1), own[3, 0]);
        Assert.Equal(shared[0, 0], own[0, 0]);
    }

    [Fact]
    public void AFewStrongWeightsDoNotMakeTheRestPale()
    {
        var fields = Enumerable.Repeat(0.1f, 784).ToArray();
        fields.AsSpan(0, 10).Fill(3);
        var picture = new Decoded(Pictures.ReceptiveFieldsPng(fields, 28, 28, 1, 1, sharedScale: true));
        Assert.Equal(DivergingColourMap.At(1), picture[20, 20]);
    }

    [Fact]
    public void ZerosAreTheMiddleAndNaNIsGrey()
    {
        var picture = new Decoded(Pictures.ReceptiveFieldsPng([0, 0, float.NaN, float.PositiveInfinity], 4, 1, 1, 1, sharedScale: true));
        Assert.Equal([DivergingColourMap.At(0), DivergingColourMap.At(0), DivergingColourMap.NotFinite, DivergingColourMap.NotFinite],
            Enumerable.Range(0, 4).Select(x => picture[x, 0]!.Value));
    }

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
        Assert.Contains("7 weights", Assert.Throws<ArgumentException>(() => Pictures.ReceptiveFieldsPng(new float[7], 3, 2, 1, 1, true)).Message, StringComparison.Ordinal);
        Assert.Contains("Picture 1 has 3", Assert.Throws<ArgumentException>(() => Pictures.GreyMosaicPng([[1, 1], [1, 1, 1]], 2, 1, 1, 1)).Message, StringComparison.Ordinal);
        Assert.Contains("at most 16384", Assert.Throws<ArgumentException>(() => Pictures.ReceptiveFieldsPng(new float[784 * 100], 28, 28, 100, 10, true)).Message, StringComparison.Ordinal);
        Assert.ThrowsAny<ArgumentException>(() => Pictures.GreyMosaicPng([], 2, 1, 1, 1));
        Assert.ThrowsAny<ArgumentException>(() => Pictures.ReceptiveFieldsPng(new float[6], 3, 2, 1, 0, true));
    }
}
