using ForwardForward.Learning.Recurrent;
using ForwardForward.Learning.Trainers;
using ForwardForward.Testing;

namespace ForwardForward.Learning.Tests.Recurrent;

/// <summary>The step of every weight against finite differences of the loss that a network of plain loops computes.</summary>
public sealed class RecurrentGradientTests
{
    private const double Nudge = 1e-4;
    private static readonly RecurrentSettings Options = new()
    {
        HiddenUnits = [9, 7],
        Epochs = 3,
        BatchSize = 6,
        LearningRate = 1,
        Smoothing = 0,
        WeightDecay = 0,
        Iterations = 5,
        Trained = (2, 4),
        Scored = (3, 5),
        Savings = new ExactShortcuts(SkipSilentRows: false),
    };

    public static TheoryData<string> Matrices =>
        ["layer-1/weights", "layer-1/down-weights", "layer-1/biases", "layer-2/weights", "layer-2/label-weights", "layer-2/biases"];

    [Theory]
    [MemberData(nameof(Matrices))]
    public void AStepGoesWhereFiniteDifferencesSay(string name)
    {
        using var bench = new RecurrentBench(Options, data: TinyDigits.Make(30, width: 4, height: 4));
        var before = bench.Trainer.CaptureState();
        bench.Trainer.Step();
        var after = bench.Trainer.CaptureState();
        var twin = new PlainRecurrentTwin(Options, before);
        var layer = name[6] - '1';
        var rows = bench.Trainer.LayerReadings.CopyExamples(6).Select(pair => (
            Positive: twin.Run(Bytes(pair.Positive), pair.PositiveLabel!.Value), Negative: twin.Run(Bytes(pair.Negative), pair.NegativeLabel!.Value))).ToList();
        var weights = name.EndsWith("biases", StringComparison.Ordinal) ? twin.Biases[layer]
            : name.EndsWith("/weights", StringComparison.Ordinal) ? twin.Up[layer] : twin.Down[layer];

        double Loss() => rows.Sum(row => Enumerable.Range(1, 3).Sum(iteration =>
            Softplus(Threshold(layer) - twin.Goodness(layer, row.Positive[iteration][layer])) + Softplus(twin.Goodness(layer, row.Negative[iteration][layer]) - Threshold(layer))));

        var moved = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            var kept = weights[i];
            weights[i] = kept + Nudge;
            var above = Loss();
            weights[i] = kept - Nudge;
            var below = Loss();
            weights[i] = kept;

            // The constant factor 2 of the squares' derivative lives in the learning rate; gradients are means over images and iterations.
            var expected = -(above - below) / (2 * Nudge) / 2 / 6 / 3;
            var actual = after.Matrices[name].Values[i] - before.Matrices[name].Values[i];
            Assert.True(Math.Abs(expected - actual) < 2e-3 + (0.002 * Math.Abs(expected)), $"{name} {i}: {expected} expected, {actual} done");
            moved += Math.Abs(actual) > 0.01 ? 1 : 0;
        }

        Assert.True(moved > weights.Length / 8, $"only {moved} of {weights.Length} weights moved");
    }

    [Fact]
    public void ClassifyingScoresWhatPlainLoopsSay()
    {
        using var bench = new RecurrentBench(Options with { LearningRate = 0.02f }, data: TinyDigits.Make(30, width: 4, height: 4)).Run(5);
        using var network = bench.Trainer.CaptureModel();
        var twin = new PlainRecurrentTwin(Options, bench.Trainer.CaptureState());
        for (var i = 0; i < 10; i++)
        {
            var image = bench.Data.Validation.Image(i).ToArray();
            var found = network.Classify(image);
            Assert.Equal(5, found.Iterations.Length);
            for (var label = 0; label < 10; label++)
            {
                var history = twin.Run(image, label);
                var at = label;
                for (var iteration = 0; iteration < 5; iteration++)
                {
                    Assert.Equal(history[iteration].Select((heard, layer) => twin.Goodness(layer, heard)).Sum(), found.Iterations[iteration][label], 1e-3);
                }

                Assert.Equal(Enumerable.Range(2, 3).Average(iteration => found.Iterations[iteration][at]), found.Goodness[label], 1e-3);
                Assert.Equal(found.Layers.Sum(layer => layer[at]), found.Goodness[label], 1e-3);
            }

            Assert.Equal(Array.IndexOf(found.Goodness, found.Goodness.Max()), found.Label);
        }
    }

    // "min ssq": the threshold of the negative sum of squares is minus the number of units.
    private static double Threshold(int layer) => -Options.HiddenUnits[layer];

    private static double Softplus(double x) => Math.Max(0, x) + Math.Log(1 + Math.Exp(-Math.Abs(x)));

    private static byte[] Bytes(float[] picture) => [.. picture.Select(share => (byte)MathF.Round(share * 255))];
}
