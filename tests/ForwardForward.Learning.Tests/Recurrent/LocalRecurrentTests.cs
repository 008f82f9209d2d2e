using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Recurrent;
using ForwardForward.Learning.Tests.Supervised;
using ForwardForward.Learning.Trainers;
using ForwardForward.Testing;

namespace ForwardForward.Learning.Tests.Recurrent;

/// <summary>A recurrent network of local fields, which hears both ways locally: against plain loops and finite differences, and bit for bit.</summary>
public sealed class LocalRecurrentTests
{
    private const double Nudge = 1e-4;
    private static readonly RecurrentSettings Options = new()
    {
        HiddenUnits = [3, 2],
        Fields = [new LocalField(3, 1) { Padding = 1 }, new LocalField(3, 1) { Padding = 1 }],
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

    private static readonly PlainConnections Connections = PlainConnections.Padded(4, 3, 1, 3, 2);

    public static TheoryData<string> Matrices =>
        ["layer-1/weights", "layer-1/down-weights", "layer-1/biases", "layer-2/weights", "layer-2/label-weights", "layer-2/biases"];

    [Theory]
    [MemberData(nameof(Matrices))]
    public void AStepGoesWhereFiniteDifferencesSay(string name)
    {
        using var bench = Bench();
        var before = bench.Trainer.CaptureState();
        bench.Run(1);
        var after = bench.Trainer.CaptureState();
        var twin = new PlainRecurrentTwin(Options, before, Connections);
        var layer = name[6] - '1';
        var threshold = -twin.Biases[layer].Length;
        var rows = bench.Trainer.LayerReadings.CopyExamples(6).Select(pair => (
            Positive: twin.Run(Bytes(pair.Positive), pair.PositiveLabel!.Value), Negative: twin.Run(Bytes(pair.Negative), pair.NegativeLabel!.Value))).ToList();
        var weights = name.EndsWith("biases", StringComparison.Ordinal) ? twin.Biases[layer]
            : name.EndsWith("/weights", StringComparison.Ordinal) ? twin.Up[layer] : twin.Down[layer];

        double Loss() => rows.Sum(row => Enumerable.Range(1, 3).Sum(iteration =>
            Softplus(threshold - twin.Goodness(layer, row.Positive[iteration][layer])) + Softplus(twin.Goodness(layer, row.Negative[iteration][layer]) - threshold)));

        var moved = 0;
        for (var i = 0; i < weights.Length; i += 1 + (weights.Length / 150))
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

        Assert.True(moved > 5, $"only {moved} weights moved");
    }

    [Fact]
    public void ClassifyingScoresWhatPlainLoopsSay()
    {
        using var bench = Bench(Options with { LearningRate = 0.02f }).Run(5);
        using var model = bench.Trainer.CaptureModel();
        var twin = new PlainRecurrentTwin(Options, bench.Trainer.CaptureState(), Connections);
        for (var i = 0; i < 5; i++)
        {
            var image = bench.Data.Validation.Image(i).ToArray();
            var found = model.Classify(image);
            for (var label = 0; label < 10; label++)
            {
                var history = twin.Run(image, label);
                for (var iteration = 0; iteration < 5; iteration++)
                {
                    Assert.Equal(history[iteration].Select((heard, layer) => twin.Goodness(layer, heard)).Sum(), found.Iterations[iteration][label], 1e-2);
                }
            }
        }
    }

    [Fact]
    public void AStepDeclaresTheArithmeticOfThePlainLoops()
    {
        using var bench = Bench();
        var twin = new PlainRecurrentTwin(Options with { Iterations = Options.Trained.Last }, bench.Trainer.CaptureState(), Connections);
        var image = bench.Data.Train.Image(0);
        var bottomUp = twin.BottomUp(image);
        var up = twin.MultiplyAdds;
        twin.Settle(image, bottomUp, 1);
        var perIteration = (twin.MultiplyAdds - up) / Options.Trained.Last;
        var head = bottomUp.Sum(activities => 10L * activities.Length);

        // Two rows of every image settle; a gradient takes as many as the product that it belongs to, in three of the iterations.
        Assert.Equal(6 * (up + (2 * perIteration * (Options.Trained.Last + 3)) + (2 * head)), bench.Trainer.MultiplyAddsPerStep);
    }

    [Theory]
    [InlineData("local", 3)]
    [InlineData("below dense", 2)]
    public void ThreadsAndInterruptionsChangeNoBit(string network, int threads)
    {
        var options = (network == "local" ? Options : Options with { HiddenUnits = [3, 7], Fields = [new LocalField(2, 2), null] }) with { LearningRate = 0.02f };
        using var one = Bench(options).Run(9);
        using var many = Bench(options, threads).Run(9);
        using var first = Bench(options).Run(4);
        using var second = Bench(options);
        second.Trainer.RestoreState(first.Trainer.CaptureState());
        second.Run(5);

        Supervised.Bench.AssertSameBits(one.Trainer.CaptureState(), many.Trainer.CaptureState());
        Supervised.Bench.AssertSameBits(one.Trainer.CaptureState(), second.Trainer.CaptureState());
    }

    [Fact]
    public void AStepAllocatesNothing()
    {
        using var bench = Bench(Options with { LearningRate = 0.02f }, 2).Run(6);

        Assert.Equal(0, Allocations.Fewest(() => bench.Run(2)));
    }

    [Fact]
    public void FieldsThatDoNotFitAreRefused()
    {
        Assert.Contains("needs a field", Assert.Throws<ArgumentException>(() => Bench(Options with { Fields = [null] })).Message, StringComparison.Ordinal);
        Assert.Contains("do not fit", Assert.Throws<ArgumentException>(() => Bench(Options with { Fields = [new LocalField(5, 1), null] })).Message, StringComparison.Ordinal);
    }

    private static RecurrentBench Bench(RecurrentSettings? options = null, int threads = 1) =>
        new(options ?? Options, threads, TinyDigits.Make(30, width: 4, height: 4));

    private static double Softplus(double x) => Math.Max(0, x) + Math.Log(1 + Math.Exp(-Math.Abs(x)));

    private static byte[] Bytes(float[] picture) => [.. picture.Select(share => (byte)MathF.Round(share * 255))];
}
