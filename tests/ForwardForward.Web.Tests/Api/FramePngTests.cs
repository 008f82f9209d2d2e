using ForwardForward.Frames;
using ForwardForward.Frames.Colours;
using ForwardForward.Runs.Wire;
using ForwardForward.Testing;
using ForwardForward.Web.Tests.Hosting;

namespace ForwardForward.Web.Tests.Api;

/// <summary>Pictures of frames are read back and held against the palette that the page has.</summary>
public sealed class FramePngTests
{
    [Fact]
    public void EveryFrameThatIsAPictureIsDrawnAndTheOthersAreRefusedWithASentence() => Assert.All(FrameSamples.All, one =>
    {
        if (FramePng.PictureOf(one.Frame) is not null)
        {
            Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], FramePng.Write(one.Frame)[..4]);
        }
        else
        {
            Assert.Contains("is no picture; only images and grids are drawn", Assert.Throws<ArgumentException>(() => FramePng.Write(one.Frame)).Message, StringComparison.Ordinal);
        }
    });

    [Fact]
    public void NegativeIsVermilionAndPositiveTealAsOnThePage()
    {
        var picture = Picture(FramePng.Write(new ImageFrame(0, new(4, 1), ImageRange.Signed, [-2, 0, 2, float.NaN]), zoom: 1, legend: false));
        var light = FramePalette.Light;
        Assert.Equal([light.Minus, light.Zero, light.Plus, light.NotFinite], Enumerable.Range(0, 4).Select(x => picture[x]));
    }

    [Fact]
    public void ColoursOfThreeChannelsAreTheirOwn()
    {
        var picture = Picture(FramePng.Write(new ImageFrame(0, new(2, 1, 3), ImageRange.Share, [1, 0.5f, 0, 0, 0, 1]), zoom: 1, legend: false));
        Assert.Equal([0xff8000, 0x0000ff], picture[..2]);
    }

    [Fact]
    public void WhatHasNothingInItIsRefused()
    {
        Assert.Equal("There is no picture to draw.", Assert.Throws<ArgumentException>(() => FramePng.Write(new ImageFrame(0, new(2, 1), ImageRange.Share, []))).Message);
        Assert.Equal("The grid has no cell to draw.", Assert.Throws<ArgumentException>(() => FramePng.Write(new GridFrame(0, [], [], []))).Message);
        Assert.Throws<ArgumentException>(() => FramePng.WriteAnimation([], 100));
    }

    [Fact]
    public void AnAnimationHasAPictureForEveryFrame()
    {
        var file = FramePng.WriteAnimation([FrameSamples.Fields(4), FrameSamples.Fields(4)], 200);
        Assert.Equal(2, Occurrences(file, "fcTL"u8));
        Assert.Throws<ArgumentException>(() => FramePng.WriteAnimation([FrameSamples.Fields(4), FrameSamples.Fields(5)], 200));
    }

    private static int Occurrences(ReadOnlySpan<byte> file, ReadOnlySpan<byte> word)
    {
        var count = 0;
        for (var at = file.IndexOf(word); at >= 0; file = file[(at + 1)..], at = file.IndexOf(word))
        {
            count++;
        }

        return count;
    }

    private static int[] Picture(byte[] file) => PngPixels.Read(file);
}
