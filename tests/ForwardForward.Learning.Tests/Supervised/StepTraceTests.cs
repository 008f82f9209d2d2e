using ForwardForward.Learning.Readings;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Learning.Tests.Supervised;

/// <summary>What is told of a batch is what happened in it.</summary>
public sealed class StepTraceTests
{
    private const int Pair = 3;

    [Fact]
    public void BeforeTheFirstStepThereIsNothingToTell()
    {
        using var bench = new Bench();
        Assert.Null(bench.Trainer.LayerReadings.Trace(0));
    }

    [Fact]
    public void GoodnessIsThatOfTheBatchAndOfTheActivities()
    {
        using var bench = new Bench().Run(5);
        var story = bench.Trainer.LayerReadings.Trace(Pair)!;

        Assert.Equal((5L, Pair, 20), (story.Step, story.Pair, story.Pairs));
        for (var layer = 0; layer < 3; layer++)
        {
            var statistics = bench.Trainer.LayerReadings.MeasureLayer(layer);
            Assert.Equal(statistics.PositiveGoodness[Pair], story.Layers[layer].Positive.Goodness);
            Assert.Equal(statistics.NegativeGoodness[Pair], story.Layers[layer].Negative.Goodness);
            AssertAddsUp(story.Layers[layer].Positive);
            AssertAddsUp(story.Layers[layer].Negative);
        }
    }

    [Fact]
    public void ProbabilityIsTheLogisticOfGoodnessAgainstThreshold()
    {
        using var bench = new Bench().Run(5);
        Assert.All(bench.Trainer.LayerReadings.Trace(Pair)!.Layers, layer =>
        {
            Assert.Equal(1 / (1 + Math.Exp(layer.Threshold - layer.Positive.Goodness)), layer.Positive.Probability, 1e-4);
            Assert.Equal(1 / (1 + Math.Exp(layer.Threshold - layer.Negative.Goodness)), layer.Negative.Probability, 1e-4);
        });
    }

    [Fact]
    public void WeightsBeforeAndAfterAreThoseOfTheRun()
    {
        using var bench = new Bench().Run(4);
        var before = bench.Trainer.CaptureState();
        bench.Run(1);
        var after = bench.Trainer.CaptureState();
        foreach (var (layer, i) in bench.Trainer.LayerReadings.Trace(Pair)!.Layers.Select((layer, i) => (layer, i)).Skip(1))
        {
            AssertColumn(before.Matrices[$"layer-{i + 1}/weights"], layer.Unit, layer.Before, 1e-5);
            AssertColumn(after.Matrices[$"layer-{i + 1}/weights"], layer.Unit, layer.After, 0);
        }
    }

    [Fact]
    public void WithoutAnyLearningGoodnessAfterTheUpdateIsGoodnessBefore()
    {
        using var bench = new Bench(Bench.Small with { LearningRate = 0 }).Run(3);
        Assert.All(bench.Trainer.LayerReadings.Trace(Pair)!.Layers, layer =>
        {
            Assert.Equal(layer.Positive.Goodness, layer.Positive.GoodnessAfter, 1e-2);
            Assert.Equal(layer.Negative.Goodness, layer.Negative.GoodnessAfter, 1e-2);
            Assert.Equal(layer.Before, layer.After);
        });
    }

    [Fact]
    public void TellingChangesNothing()
    {
        using var told = new Bench().Run(3);
        using var untold = new Bench().Run(6);
        told.Trainer.LayerReadings.Trace(0);
        told.Trainer.LayerReadings.Trace(25);
        told.Run(3);

        Bench.AssertSameBits(untold.Trainer.CaptureState(), told.Trainer.CaptureState());
    }

    private static void AssertAddsUp(RowTrace row)
    {
        var sum = row.Activities.Sum(activity => (double)activity * activity);
        Assert.Equal(sum, row.Goodness, 1e-3 * Math.Max(1, sum));
        Assert.Equal(Math.Sqrt(sum / row.Activities.Length), row.Rms, 1e-4);
    }

    private static void AssertColumn(StateMatrix weights, int column, float[] expected, double tolerance)
    {
        Assert.Equal(weights.Rows, expected.Length);
        for (var row = 0; row < weights.Rows; row++)
        {
            Assert.Equal(expected[row], weights.Values[(row * weights.Columns) + column], tolerance);
        }
    }
}
