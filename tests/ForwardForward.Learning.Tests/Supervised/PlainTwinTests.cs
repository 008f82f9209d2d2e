using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Supervised;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Learning.Tests.Supervised;

public sealed class PlainTwinTests
{
    // Float32 sums of a few thousand terms, six steps long; weights are of the order of 0.1.
    private const double Tolerance = 2e-6;

    public static TheoryData<string> Variants => ["released", "no savings", "no peers", "strong peers", "label 3, threshold 0.5", "two layers", "one by one"];

    [Theory]
    [MemberData(nameof(Variants))]
    public void TrainerDoesWhatThePlainLoopsDo(string variant)
    {
        var options = Options(variant);
        using var bench = new Bench(options);
        bench.Run(5);
        var twin = new PlainTwin(bench.Trainer.CaptureState(), options);
        var order = new EpochOrder(new RandomStream(options.Seed), bench.Data.Train.Count, options.BatchSize);
        for (var step = 5; step < 11; step++)
        {
            bench.Run(1);
            var batch = order.Batch(step).ToArray();
            var wrongLabels = bench.Trainer.LayerReadings.CopyExamples(options.BatchSize).Select(pair => pair.NegativeLabel!.Value).ToArray();
            twin.Step(
                [.. batch.Select(index => bench.Data.Train.Image(index).ToArray().Select(pixel => pixel / 255.0).ToArray())],
                [.. batch.Select(index => (int)bench.Data.Train.Labels[index])],
                wrongLabels,
                options.Schedule.Gain(step, bench.Trainer.Course.StepsPerEpoch, options.Epochs));
        }

        foreach (var (name, matrix) in bench.Trainer.CaptureState().Matrices)
        {
            var largest = matrix.Values.Zip(twin[name].SelectMany(row => row), (actual, expected) => Math.Abs(actual - expected)).Max();
            Assert.True(largest < Tolerance, $"{name} differs by {largest:G3}");
        }
    }

    private static SupervisedSettings Options(string variant) => variant switch
    {
        "no savings" => Bench.Small with { Savings = ExactShortcuts.None },
        "no peers" => Bench.Small with { PeerStrength = 0 },
        "strong peers" => Bench.Small with { PeerStrength = 0.5f, Epochs = 1_000 },
        "label 3, threshold 0.5" => Bench.Small with { LabelStrength = 3, ThresholdPerUnit = 0.5f },
        "two layers" => Bench.Small with { HiddenUnits = [17, 50] },
        "one by one" => Bench.Small with { BatchSize = 1 },
        _ => Bench.Small,
    };
}
