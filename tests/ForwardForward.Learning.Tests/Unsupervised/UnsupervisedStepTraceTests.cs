namespace ForwardForward.Learning.Tests.Unsupervised;

/// <summary>What is told of a batch of digits and hybrids is what happened in it, whatever part of its input a unit sees.</summary>
public sealed class UnsupervisedStepTraceTests
{
    [Theory]
    [InlineData("dense")]
    [InlineData("local")]
    public void GoodnessIsThatOfTheBatchAndWeightsAreThoseOfTheRun(string name)
    {
        using var bench = new UnsupervisedBench(UnsupervisedBench.Named(name)).Run(5);
        var story = bench.Trainer.LayerReadings.Trace(22)!;

        Assert.Equal((5L, 2, 20), (story.Step, story.Pair, story.Pairs));
        for (var layer = 0; layer < story.Layers.Count; layer++)
        {
            var statistics = bench.Trainer.LayerReadings.MeasureLayer(layer);
            var told = story.Layers[layer];
            Assert.Equal((statistics.PositiveGoodness[2], statistics.NegativeGoodness[2]), (told.Positive.Goodness, told.Negative.Goodness));
            Assert.NotEqual(told.Before, told.After);
            Assert.Equal(bench.Trainer.LayerReadings.Layers[layer].Units, told.Positive.Activities.Length);
        }
    }

    [Theory]
    [InlineData("dense")]
    [InlineData("local")]
    public void WithoutAnyLearningGoodnessAfterTheUpdateIsGoodnessBefore(string name)
    {
        using var bench = new UnsupervisedBench(UnsupervisedBench.Named(name) with { LearningRate = 0 }).Run(3);
        Assert.All(bench.Trainer.LayerReadings.Trace(1)!.Layers, layer => Assert.Equal(layer.Positive.Goodness, layer.Positive.GoodnessAfter, 1e-2));
    }

    [Fact]
    public void BlocksGiveTheMeanOfTheirVerdicts()
    {
        using var bench = new UnsupervisedBench(UnsupervisedBench.Dense with { HiddenUnits = [48, 40], Blocks = 4 }).Run(3);
        Assert.All(bench.Trainer.LayerReadings.Trace(0)!.Layers, layer =>
        {
            var units = layer.Positive.Activities.Length / 4;
            var expected = Enumerable.Range(0, 4).Average(block =>
                1 / (1 + Math.Exp((layer.Threshold / 4) - layer.Positive.Activities.Skip(block * units).Take(units).Sum(activity => (double)activity * activity))));
            Assert.Equal(expected, layer.Positive.Probability, 1e-4);
        });
    }
}
