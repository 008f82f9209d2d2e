using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Supervised;
using ForwardForward.Numerics.Random;
using ForwardForward.Testing;

namespace ForwardForward.Learning.Tests.Supervised;

public sealed class JitteredTests
{
    private static readonly SupervisedSettings Jittered = Bench.Small with { Jitter = 2 };

    [Fact]
    public void ImagesAreMovedAndTheirLabelsStayInPlace()
    {
        using var bench = new Bench(Jittered).Run(11);
        var order = new EpochOrder(new RandomStream(Jittered.Seed), 200, Jittered.BatchSize).Batch(10).ToArray();
        var jitter = new Jitter(new RandomStream(Jittered.Seed), 200, 2);
        jitter.Begin(1);
        var moved = 0;
        foreach (var (pair, image) in bench.Trainer.LayerReadings.CopyExamples(20).Zip(order))
        {
            var (right, down) = jitter.Of(image);
            var expected = new byte[64];
            ImageShift.Copy(bench.Data.Train.Image(image), bench.Data.Train.Shape, right, down, expected);
            moved += (right, down) == (0, 0) ? 0 : 1;

            Assert.Equal(expected.Skip(10).Select(ink => ink / 255f), pair.Positive.Skip(10));
            Assert.Equal(pair.Positive.Skip(10), pair.Negative.Skip(10));
            Assert.Equal(Enumerable.Range(0, 10).Select(label => label == pair.PositiveLabel ? 1f : 0), pair.Positive[..10]);
        }

        Assert.True(moved > 10, $"{moved} images were moved");
    }

    [Theory]
    [InlineData(7)]
    [InlineData(10)]
    public void ResumedIsUninterruptedBitForBit(int interruptedAt)
    {
        using var uninterrupted = new Bench(Jittered).Run(23);
        using var first = new Bench(Jittered).Run(interruptedAt);
        using var second = new Bench(Jittered);
        second.Trainer.RestoreState(first.Trainer.CaptureState());
        second.Run(23 - interruptedAt);

        Bench.AssertSameBits(uninterrupted.Trainer.CaptureState(), second.Trainer.CaptureState());
    }

    [Fact]
    public void AStepAllocatesNothing()
    {
        using var bench = new Bench(Jittered).Run(11);
        Assert.Equal(0, Allocations.Fewest(() => bench.Run(4)));
    }

    [Fact]
    public void TooFarIsRefused() => Assert.StartsWith(
        "Images may be moved by 0 to 7 pixels; got 8.",
        Assert.Throws<ArgumentException>(() => new Bench(Bench.Small with { Jitter = 8 })).Message,
        StringComparison.Ordinal);
}
