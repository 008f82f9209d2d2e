using ForwardForward.Learning.Batches;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Learning.Tests.Unsupervised;

public sealed class HybridDropoutTests
{
    [Fact]
    public void AnImageAndItsHybridMissTheSamePixels()
    {
        var options = UnsupervisedBench.Dropout;
        using var bench = new UnsupervisedBench(options).Run(11);
        var dropout = new PixelDropout(new RandomStream(options.Seed), options.BatchSize, options.InputDropout);
        dropout.Begin(10);
        var missed = 0;
        foreach (var (pair, row) in bench.Trainer.LayerReadings.CopyExamples(20).Select((pair, row) => (pair, row)))
        {
            var kept = Enumerable.Repeat(1f, 64).ToArray();
            dropout.Apply(row, kept);
            var (a, b, mask) = (pair.Parts["digit A"], pair.Parts["digit B"], pair.Parts["mask"]);

            Assert.Equal(a.Zip(kept, (ink, share) => ink * share), pair.Positive);
            Assert.Equal(Enumerable.Range(0, 64).Select(i => (mask[i] == 1 ? a[i] : b[i]) * kept[i]), pair.Negative);
            missed += kept.Count(share => share == 0);
        }

        Assert.InRange(missed / (20 * 64d), 0.25, 0.35);
    }

    [Fact]
    public void TheLayersSeeWhatTheExamplesShow()
    {
        using var plain = new UnsupervisedBench().Run(1);
        using var dropped = new UnsupervisedBench(UnsupervisedBench.Dropout).Run(1);
        var (whole, holed) = (plain.Trainer.LayerReadings.CopyExamples(20), dropped.Trainer.LayerReadings.CopyExamples(20));

        // The same images, the same hybrids, the same first weights: only the pixels left out can tell the two apart.
        Assert.Equal(whole.Select(pair => pair.Parts["mask"]), holed.Select(pair => pair.Parts["mask"]));
        Assert.All(whole.Zip(holed), two => Assert.NotEqual(two.First.PositiveGoodness[0], two.Second.PositiveGoodness[0]));
        Assert.All(whole.Zip(holed), two => Assert.NotEqual(two.First.NegativeGoodness[0], two.Second.NegativeGoodness[0]));
    }

    [Theory]
    [InlineData(-0.1f)]
    [InlineData(1f)]
    [InlineData(float.NaN)]
    public void ASenselessShareIsRefused(float share) => Assert.StartsWith(
        "From 0 to below 1 of the pixels may be left out",
        Assert.Throws<ArgumentException>(() => new UnsupervisedBench(UnsupervisedBench.Dense with { InputDropout = share })).Message,
        StringComparison.Ordinal);
}
