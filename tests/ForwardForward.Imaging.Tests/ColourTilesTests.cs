namespace ForwardForward.Imaging.Tests;

public sealed class ColourTilesTests
{
    private static readonly ColourBar Bar = new([0xc2410c, 0xfbfaf6, 0x006f7e], "-0.42", "0", "0.42");

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(5, 2)]
    public void EveryLocationIsAZoomedSquareOfItsColour(int zoom, int gap)
    {
        // Five tiles of 3 x 2 in rows of two.
        var colours = Enumerable.Range(0, 30).Select(i => i * 0x10203).ToArray();
        var picture = new Decoded(ColourTiles.Png(colours, 3, 2, 2, zoom));

        Assert.Equal(((2 * 3 * zoom) + gap, (3 * 2 * zoom) + (2 * gap)), (picture.Width, picture.Height));
        for (var i = 0; i < colours.Length; i++)
        {
            var (tile, x, y) = (i / 6, i % 3, i / 3 % 2);
            var (left, top) = ((tile % 2 * ((3 * zoom) + gap)) + (x * zoom), (tile / 2 * ((2 * zoom) + gap)) + (y * zoom));
            Assert.Equal(colours[i], picture[left, top]);
            Assert.Equal(picture[left, top], picture[left + zoom - 1, top + zoom - 1]);
        }

        Assert.Null(picture[3 * zoom, 0]);
        Assert.Null(picture[picture.Width - 1, picture.Height - 1]);
    }

    [Fact]
    public void TheLegendStandsBelowOnPaperFromEndToEnd()
    {
        var plain = new Decoded(ColourTiles.Png(new int[400], 20, 20, 1, 10));
        var picture = new Decoded(ColourTiles.Png(new int[400], 20, 20, 1, 10, Bar));
        Assert.Equal((plain.Width, plain.Height + 43), (picture.Width, picture.Height));
        Assert.Null(picture[0, plain.Height]);
        var bar = plain.Height + 12;
        Assert.Equal([0xffffff, 0xc2410c, 0xfbfaf6, 0x006f7e, 0xffffff], new[] { 0, 6, 100, 193, 199 }.Select(x => picture[x, bar]!.Value));

        // Digits: the strokes of "0" below the middle, nothing beside it.
        var numbers = bar + 15;
        Assert.Equal(Bar.Ink, picture[100 - 3, numbers]);
        Assert.Equal(Bar.Paper, picture[100 + 5, numbers]);
    }

    [Fact]
    public void ANarrowMosaicGetsTheWidthThatTheNumbersNeed()
    {
        var picture = new Decoded(ColourTiles.Png([7], 1, 1, 1, 1, Bar));
        Assert.InRange(picture.Width, 80, 140);
        Assert.Equal(7, picture[0, 0]);
        Assert.Null(picture[1, 0]);
    }

    [Fact]
    public void AnAnimationHasTheLegendToo()
    {
        var still = new Decoded(ColourTiles.Png([1, 2], 2, 1, 1, 3, Bar));
        var film = new Decoded(ColourTiles.Apng([[1, 2], [3, 4]], 2, 1, 1, 3, 100, Bar));
        Assert.Equal((still.Width, still.Height, still[0, 0]), (film.Width, film.Height, film[0, 0]));
    }

    [Fact]
    public void WhatFillsNoTilesIsRefused()
    {
        Assert.Contains("5 colours", Assert.Throws<ArgumentException>(() => ColourTiles.Png(new int[5], 2, 2, 1, 1)).Message, StringComparison.Ordinal);
        Assert.Contains("0 colours", Assert.Throws<ArgumentException>(() => ColourTiles.Png([], 2, 2, 1, 1)).Message, StringComparison.Ordinal);
        Assert.Contains("has 1 colours and the first one 2", Assert.Throws<ArgumentException>(() => ColourTiles.Apng([[1, 2], [3]], 1, 1, 1, 1, 10)).Message, StringComparison.Ordinal);
        Assert.ThrowsAny<ArgumentException>(() => ColourTiles.Apng([], 1, 1, 1, 1, 10));
    }
}
