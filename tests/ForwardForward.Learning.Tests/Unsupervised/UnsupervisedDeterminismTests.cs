using ForwardForward.Learning.Tests.Supervised;
using ForwardForward.Testing;

namespace ForwardForward.Learning.Tests.Unsupervised;

public sealed class UnsupervisedDeterminismTests
{
    public static TheoryData<string, int> Interruptions => new()
    {
        { "dense", 1 },
        { "dense", 10 },
        { "dense", 23 },
        { "local", 7 },
        { "local", 20 },
        { "dropout", 7 },
        { "dropout", 10 },
    };

    public static TheoryData<string, int> Teams => new()
    {
        { "dense", 2 },
        { "dense", 7 },
        { "local", 2 },
        { "local", 3 },
        { "dropout", 2 },
        { "dropout", 7 },
    };

    public static TheoryData<string> Networks => ["dense", "local", "dropout"];

    [Theory]
    [MemberData(nameof(Interruptions))]
    public void ResumedIsUninterruptedBitForBit(string network, int interruptedAt)
    {
        var options = UnsupervisedBench.Named(network);
        using var uninterrupted = new UnsupervisedBench(options).Run(33);
        using var first = new UnsupervisedBench(options).Run(interruptedAt);
        using var second = new UnsupervisedBench(options);
        second.Trainer.RestoreState(first.Trainer.CaptureState());
        Assert.Empty(second.Trainer.LayerReadings.CopyExamples(5));
        second.Run(33 - interruptedAt);

        Bench.AssertSameBits(uninterrupted.Trainer.CaptureState(), second.Trainer.CaptureState());
        Assert.Equal(
            uninterrupted.Trainer.LayerReadings.CopyExamples(20).Select(pair => string.Join(' ', pair.Negative)),
            second.Trainer.LayerReadings.CopyExamples(20).Select(pair => string.Join(' ', pair.Negative)));
    }

    [Theory]
    [MemberData(nameof(Teams))]
    public void AnyNumberOfThreadsGivesTheSameBits(string network, int threads)
    {
        // Large enough for rows and products to be shared out.
        var data = TinyDigits.Make(200, width: 16, height: 16);
        var options = network == "local"
            ? UnsupervisedBench.Local with { BatchSize = 50, HiddenUnits = [40, 60, 200], FieldSizes = [7, 2, 2], FieldStrides = [3, 1, 1] }
            : UnsupervisedBench.Named(network) with { BatchSize = 50, HiddenUnits = [600, 300, 200] };
        using var one = new UnsupervisedBench(options, 1, data).Run(4);
        using var many = new UnsupervisedBench(options, threads, data).Run(4);

        Bench.AssertSameBits(one.Trainer.CaptureState(), many.Trainer.CaptureState());
        Assert.Equal(one.ValidationError(), many.ValidationError());
    }

    [Fact]
    public void AnotherSeedGivesOtherWeightsAndHybrids()
    {
        using var one = new UnsupervisedBench().Run(1);
        using var other = new UnsupervisedBench(UnsupervisedBench.Dense with { Seed = 2 }).Run(1);

        Assert.NotEqual(UnsupervisedBench.Weights(one.Trainer.CaptureState(), 0).Values, UnsupervisedBench.Weights(other.Trainer.CaptureState(), 0).Values);
        Assert.NotEqual(one.Trainer.LayerReadings.CopyExamples(20).Select(pair => string.Concat(pair.Parts["mask"])), other.Trainer.LayerReadings.CopyExamples(20).Select(pair => string.Concat(pair.Parts["mask"])));
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void ReadingsDisturbNothing(string network)
    {
        var options = UnsupervisedBench.Named(network);
        using var undisturbed = new UnsupervisedBench(options).Run(12);
        using var watched = new UnsupervisedBench(options);
        var fields = new float[5 * 64];
        for (var step = 0; step < 12; step++)
        {
            watched.Run(1);
            watched.ValidationError();
            watched.Trainer.LayerReadings.CopyExamples(5);
            watched.Trainer.LayerReadings.MeasureLayer(step % 3);
            watched.Trainer.LayerReadings.CopyReceptiveFields(step % 3, 2, 5, fields);
            watched.Trainer.CaptureModel().Dispose();
        }

        Bench.AssertSameBits(undisturbed.Trainer.CaptureState(), watched.Trainer.CaptureState());
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void AStepAllocatesNothing(string network)
    {
        foreach (var threads in new[] { 1, 2 })
        {
            using var bench = new UnsupervisedBench(UnsupervisedBench.Named(network), threads).Run(11);
            Assert.Equal(0, Allocations.Fewest(() => bench.Run(4)));
        }
    }

    [Fact]
    public void ADamagedStateIsRefusedAndNothingChanged()
    {
        using var bench = new UnsupervisedBench(UnsupervisedBench.Local).Run(2);
        using var other = new UnsupervisedBench(UnsupervisedBench.Local).Run(5);
        var before = bench.Trainer.CaptureState();
        var state = other.Trainer.CaptureState();
        state.Matrices.Remove("velocity/layer-3/weights");

        Assert.StartsWith(
            "The state has no matrix 'velocity/layer-3/weights'.", Assert.Throws<ArgumentException>(() => bench.Trainer.RestoreState(state)).Message, StringComparison.Ordinal);
        Bench.AssertSameBits(before, bench.Trainer.CaptureState());
    }
}
