using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Supervised;
using ForwardForward.Numerics.Random;
using ForwardForward.Testing;

namespace ForwardForward.Learning.Tests.Supervised;

public sealed class InputDropoutTests
{
    private static readonly SupervisedSettings Dropped = Bench.Small with { InputDropout = 0.3f };

    [Fact]
    public void BothRowsOfAPairMissTheSamePixelsAndKeepTheirLabels()
    {
        using var bench = new Bench(Dropped).Run(11);
        var order = new EpochOrder(new RandomStream(Dropped.Seed), 200, Dropped.BatchSize).Batch(10).ToArray();
        var dropout = new PixelDropout(new RandomStream(Dropped.Seed), Dropped.BatchSize, 0.3f);
        dropout.Begin(10);
        var missed = 0;
        foreach (var (pair, row) in bench.Trainer.LayerReadings.CopyExamples(20).Select((pair, row) => (pair, row)))
        {
            var whole = bench.Data.Train.Image(order[row]).ToArray().Skip(10).Select(ink => ink / 255f).ToArray();
            var expected = whole.ToArray();
            dropout.Apply(row, expected);
            missed += whole.Zip(expected).Count(two => two.First != two.Second);

            Assert.Equal(expected, pair.Positive.Skip(10));
            Assert.Equal(pair.Positive.Skip(10), pair.Negative.Skip(10));
            Assert.Equal(Enumerable.Range(0, 10).Select(label => label == pair.PositiveLabel ? 1f : 0), pair.Positive[..10]);
        }

        Assert.True(missed > 50, $"{missed} pixels were left out");
    }

    [Theory]
    [InlineData(7)]
    [InlineData(10)]
    public void ResumedIsUninterruptedBitForBit(int interruptedAt)
    {
        using var uninterrupted = new Bench(Dropped).Run(23);
        using var first = new Bench(Dropped).Run(interruptedAt);
        using var second = new Bench(Dropped);
        second.Trainer.RestoreState(first.Trainer.CaptureState());
        second.Run(23 - interruptedAt);

        Bench.AssertSameBits(uninterrupted.Trainer.CaptureState(), second.Trainer.CaptureState());
    }

    [Fact]
    public void AStepAllocatesNothing()
    {
        using var bench = new Bench(Dropped).Run(11);
        Assert.Equal(0, Allocations.Fewest(() => bench.Run(4)));
    }

    [Theory]
    [InlineData(-0.1f)]
    [InlineData(1f)]
    [InlineData(float.NaN)]
    public void ASenselessShareIsRefused(float share) => Assert.StartsWith(
        "From 0 to below 1 of the pixels may be left out",
        Assert.Throws<ArgumentException>(() => new Bench(Bench.Small with { InputDropout = share })).Message,
        StringComparison.Ordinal);
}
