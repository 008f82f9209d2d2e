using ForwardForward.Learning.Batches;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Learning.Tests.Batches;

public sealed class PixelDropoutTests
{
    [Theory]
    [InlineData(0.2f)]
    [InlineData(0.7f)]
    public void AboutItsShareIsLeftOutAndTheRestStaysAsItIs(float share)
    {
        var pixels = After(new PixelDropout(new RandomStream(1), 2, share), 3, 0, 100_000);

        Assert.All(pixels, pixel => Assert.True(pixel is 0 or 0.5f));
        Assert.InRange(pixels.Count(pixel => pixel == 0) / 100_000.0, share - 0.01, share + 0.01);
    }

    [Fact]
    public void EveryStepAndEveryRowLeavesOutOthersWhicheverCameBefore()
    {
        var one = new PixelDropout(new RandomStream(1), 2, 0.5f);
        var other = new PixelDropout(new RandomStream(1), 2, 0.5f);
        var first = After(one, 0, 0, 100);
        var nextStep = After(one, 1, 0, 100);

        Assert.NotEqual(first, nextStep);
        Assert.NotEqual(first, After(one, 0, 1, 100));
        Assert.NotEqual(first, After(new PixelDropout(new RandomStream(2), 2, 0.5f), 0, 0, 100));
        Assert.Equal(nextStep, After(other, 1, 0, 100));
    }

    [Fact]
    public void WithoutAShareNothingIsLeftOut()
    {
        var off = new PixelDropout(new RandomStream(1), 2, 0);

        Assert.False(off.IsOn);
        Assert.DoesNotContain(0f, After(off, 0, 0, 1000));
    }

    [Fact]
    public void APixelGoesWithAllItsChannelsWhereverTheValuesBegin()
    {
        var all = After(new PixelDropout(new RandomStream(1), 1, 0.5f, 3), 0, 0, 300);
        Assert.All(all.Chunk(3), pixel => Assert.Single(pixel.Distinct()));
        Assert.Equal(2, all.Distinct().Count());

        var dropout = new PixelDropout(new RandomStream(1), 1, 0.5f, 3);
        var rest = Enumerable.Repeat(0.5f, 296).ToArray();
        dropout.Begin(0);
        dropout.Apply(0, rest, 4);
        Assert.Single(rest[..2].Distinct());
        Assert.All(rest[2..].Chunk(3), pixel => Assert.Single(pixel.Distinct()));
    }

    private static float[] After(PixelDropout dropout, long step, int row, int count)
    {
        var pixels = Enumerable.Repeat(0.5f, count).ToArray();
        dropout.Begin(step);
        dropout.Apply(row, pixels);
        return pixels;
    }
}
