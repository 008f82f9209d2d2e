using ForwardForward.Learning.Trainers;
using ForwardForward.Learning.Unsupervised;

namespace ForwardForward.Learning.Tests.Unsupervised;

/// <summary>
/// What a step adds to velocities is the slope of the loss as a plain double-precision forward pass has it, by finite differences: for the
/// layer's own loss with the layers below held fixed, and for the head's.
/// </summary>
public sealed class GradientTests
{
    private const double Step = 1e-5;
    private const int Samples = 40;

    // Nothing moves and nothing is smoothed, so velocities are the gradients of one batch.
    private static UnsupervisedSettings Frozen(string name) =>
        UnsupervisedBench.Named(name) with { LearningRate = 0, HeadLearningRate = 0, Smoothing = 0, PeerStrength = 0, ThresholdPerUnit = 0.4f };

    public static TheoryData<string, int> Layers => new()
    {
        { "dense", 0 },
        { "dense", 1 },
        { "dense", 3 },
        { "local", 0 },
        { "local", 1 },
        { "local", 2 },
    };

    public static TheoryData<string> Networks => ["dense", "local"];

    [Theory]
    [MemberData(nameof(Layers))]
    public void VelocitiesAreSlopesOfTheLayersOwnLoss(string network, int layer)
    {
        using var bench = Prepared(network, out var state);
        var examples = bench.Trainer.LayerReadings.CopyExamples(20);
        var positive = examples.Select(pair => pair.Positive).ToArray();
        var negative = examples.Select(pair => pair.Negative).ToArray();
        double Loss() => positive.Sum(image => PlainLoss(network, state, layer, image, true)) + negative.Sum(image => PlainLoss(network, state, layer, image, false));

        // Half of the slope, as the 2 of a square's derivative is left out; and the loss falls along it.
        Compare(bench.Trainer.CaptureState(), $"layer-{layer + 1}/weights", state, Loss, -1.0 / (2 * 20));
        Compare(bench.Trainer.CaptureState(), $"layer-{layer + 1}/biases", state, Loss, -1.0 / (2 * 20));
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void TheHeadLearnsFromImagesAlone(string network)
    {
        using var bench = Prepared(network, out var state);
        var labels = Labels(bench);
        var images = bench.Trainer.LayerReadings.CopyExamples(20).Select(pair => pair.Positive).ToArray();
        double Loss() => images.Zip(labels, (image, label) => -Math.Log(PlainNetwork.Probabilities(network, state, image)[label])).Sum();

        foreach (var name in state.Matrices.Keys.Where(name => name.StartsWith("head/", StringComparison.Ordinal)).ToList())
        {
            Compare(bench.Trainer.CaptureState(), name, state, Loss, -1.0 / 20);
        }
    }

    [Fact]
    public void TheHeadReadsTheLastThreeLayers()
    {
        using var dense = new UnsupervisedBench();
        using var local = new UnsupervisedBench(UnsupervisedBench.Local);

        Assert.Equal(
            ["head/biases", "head/layer-2/weights", "head/layer-3/weights", "head/layer-4/weights"],
            dense.Trainer.CaptureState().Matrices.Keys.Where(name => name.StartsWith("head/", StringComparison.Ordinal)));
        Assert.Equal(
            ["head/biases", "head/layer-1/weights", "head/layer-2/weights", "head/layer-3/weights"],
            local.Trainer.CaptureState().Matrices.Keys.Where(name => name.StartsWith("head/", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void ThePeersTermIsAddedForEveryPositiveRowWhetherUnitsAreActiveOrNot(string network)
    {
        var options = Frozen(network);
        using var alone = new UnsupervisedBench(options);
        using var together = new UnsupervisedBench(options with { PeerStrength = 0.5f });
        together.Trainer.RestoreState(alone.Trainer.CaptureState());
        alone.Run(1);
        together.Run(1);
        var (before, after) = (alone.Trainer.CaptureState(), together.Trainer.CaptureState());
        var images = together.Trainer.LayerReadings.CopyExamples(20).Select(pair => pair.Positive).ToArray();

        for (var layer = 0; layer < options.Layers.Count; layer++)
        {
            var means = after.Matrices[$"layer-{layer + 1}/mean-activity"].Values;
            var term = means.Select(mean => 0.5 * (means.Average(value => (double)value) - mean)).ToArray();
            var biases = $"velocity/layer-{layer + 1}/biases";
            Assert.All(Enumerable.Range(0, term.Length), unit =>
                Assert.Equal(term[unit], after.Matrices[biases].Values[unit] - before.Matrices[biases].Values[unit], 1e-5));

            var inputs = images.Select(image => PlainNetwork.Inputs(network, before, image)[layer]).ToArray();
            var weights = $"velocity/layer-{layer + 1}/weights";
            foreach (var index in Sample(after.Matrices[weights].Values.Length))
            {
                var (input, unit) = PlainNetwork.Connection(network, layer, index, after.Matrices[weights].Columns);
                Assert.Equal(
                    inputs.Average(row => row[input]) * term[unit],
                    after.Matrices[weights].Values[index] - before.Matrices[weights].Values[index],
                    2e-5);
            }
        }
    }

    private static UnsupervisedBench Prepared(string network, out TrainerState state)
    {
        using var learning = new UnsupervisedBench(UnsupervisedBench.Named(network)).Run(6);
        var bench = new UnsupervisedBench(Frozen(network));
        bench.Trainer.RestoreState(learning.Trainer.CaptureState());
        bench.Run(1);
        state = bench.Trainer.CaptureState();
        return bench;
    }

    private static int[] Labels(UnsupervisedBench bench)
    {
        var byPicture = Enumerable.Range(0, bench.Data.Train.Count)
            .ToDictionary(i => string.Join(' ', bench.Data.Train.Image(i).ToArray().Select(ink => ink / 255f)), i => (int)bench.Data.Train.Labels[i]);
        return [.. bench.Trainer.LayerReadings.CopyExamples(20).Select(pair => byPicture[string.Join(' ', pair.Positive)])];
    }

    private static double PlainLoss(string network, TrainerState state, int layer, float[] image, bool isPositive)
    {
        var y = PlainNetwork.Activities(network, state, image)[layer];
        var above = y.Sum(value => value * value) - (0.4f * y.Length);
        var logit = isPositive ? -above : above;
        return Math.Max(logit, 0) + Math.Log(1 + Math.Exp(-Math.Abs(logit)));
    }

    private static void Compare(TrainerState gradients, string name, TrainerState state, Func<double> loss, double factor)
    {
        var velocity = gradients.Matrices[$"velocity/{name}"].Values;
        var values = state.Matrices[name].Values;
        var largest = velocity.Max(Math.Abs);
        Assert.True(largest > 1e-4, $"{name} has nothing to learn: this test would say nothing");
        foreach (var index in Sample(values.Length))
        {
            // The values are single, so the steps that were really taken count.
            var kept = values[index];
            values[index] = (float)(kept + 1e-3);
            var (high, above) = (loss(), (double)values[index]);
            values[index] = (float)(kept - 1e-3);
            var (low, below) = (loss(), (double)values[index]);
            values[index] = kept;
            Assert.Equal(factor * (high - low) / (above - below), velocity[index], (3e-3 * largest) + Step);
        }
    }

    private static IEnumerable<int> Sample(int count) => Enumerable.Range(0, Math.Min(Samples, count)).Select(i => (int)((long)i * count / Math.Min(Samples, count)));
}
