using ForwardForward.Data;
using ForwardForward.Data.Images;
using ForwardForward.Learning.Tests.Supervised;
using ForwardForward.Learning.Trainers;
using ForwardForward.Learning.Unsupervised;
using ForwardForward.Testing;

namespace ForwardForward.Learning.Tests.Unsupervised;

public sealed class UnsupervisedTrainerTests
{
    public static TheoryData<string> Networks => ["dense", "local"];

    [Fact]
    public void DescribesItself()
    {
        using var dense = new UnsupervisedBench();
        using var local = new UnsupervisedBench(UnsupervisedBench.Local);

        Assert.Equal((10, 4, 0L, 20), (dense.Trainer.Course.StepsPerEpoch, dense.Trainer.Course.Epochs, dense.Trainer.Course.CompletedSteps, dense.Trainer.Course.BatchSize));
        Assert.Equal([48f, 40, 33, 20], dense.Trainer.LayerReadings.Layers.Select(layer => layer.Threshold));
        Assert.Equal([63, 48, 30], local.Trainer.LayerReadings.Layers.Select(layer => layer.Units));
        Assert.All(dense.Trainer.LayerReadings.Layers.Concat(local.Trainer.LayerReadings.Layers), layer => Assert.Equal((8, 8, 0), (layer.FieldWidth, layer.FieldHeight, layer.LabelPixels)));
        Assert.Empty(dense.Trainer.LayerReadings.CopyExamples(3));
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void LearnsTinyPatterns(string network)
    {
        using var bench = new UnsupervisedBench(UnsupervisedBench.Named(network) with { Epochs = 15, Blurs = 2 }, data: TinyDigits.Make(1000, 200)).Run(15 * 50);

        Assert.True(bench.ValidationError() < 10, $"{bench.ValidationError()} %");
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void ExamplesShowWhatAHybridIsMadeOf(string network)
    {
        using var bench = new UnsupervisedBench(UnsupervisedBench.Named(network)).Run(3);
        var pairs = bench.Trainer.LayerReadings.CopyExamples(50);

        Assert.Equal(20, pairs.Count);
        foreach (var pair in pairs)
        {
            Assert.Equal((null, null, null), (pair.PositiveLabel, pair.NegativeLabel, pair.NegativeProbability));
            Assert.Equal(["digit A", "digit B", "mask"], pair.Parts.Keys);
            Assert.Equal(pair.Positive, pair.Parts["digit A"]);
            var mask = pair.Parts["mask"];
            Assert.Equal(
                Enumerable.Range(0, 64).Select(i => (pair.Parts["digit A"][i] * mask[i]) + (pair.Parts["digit B"][i] * (1 - mask[i]))), pair.Negative);
            Assert.Equal(bench.Trainer.LayerReadings.Layers.Count, pair.PositiveGoodness.Length);
        }

        Assert.Equal(pairs.Select(pair => pair.NegativeGoodness[1]), bench.Trainer.LayerReadings.MeasureLayer(1).NegativeGoodness);
    }

    [Fact]
    public void HybridsAreMadeAfresh()
    {
        using var bench = new UnsupervisedBench();
        var masks = new HashSet<string>();
        for (var step = 0; step < 40; step++)
        {
            bench.Run(1);
            masks.UnionWith(bench.Trainer.LayerReadings.CopyExamples(20).Select(pair => string.Concat(pair.Parts["mask"])));
        }

        Assert.True(masks.Count > 790, $"{masks.Count} different masks of 800");
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void EvaluationCountsWhatTheNetworkSays(string network)
    {
        using var bench = new UnsupervisedBench(UnsupervisedBench.Named(network)).Run(8);
        using var captured = bench.Trainer.CaptureModel();
        var images = bench.Data.Validation;
        var state = bench.Trainer.CaptureState();
        var errors = 0;
        for (var i = 0; i < images.Count; i++)
        {
            var verdict = captured.Classify(images.Image(i));
            errors += verdict.Label == images.Labels[i] ? 0 : 1;
            Assert.Empty(verdict.Goodness);
            Assert.Empty(verdict.Layers);
            var plain = PlainNetwork.Probabilities(network, state, [.. images.Image(i).ToArray().Select(ink => ink / 255f)]);
            Assert.All(Enumerable.Range(0, 10), label => Assert.Equal(plain[label], verdict.Softmax[label], 1e-4));
        }

        Assert.True(errors > 0, "a test on a network that is always right says little");
        Assert.Equal(100.0 * errors / images.Count, bench.ValidationError());
        Assert.Throws<ArgumentException>(() => captured.Classify(new byte[63]));
    }

    [Fact]
    public void ACapturedNetworkStaysAsItWasAndIsTakenAgain()
    {
        using var bench = new UnsupervisedBench().Run(3);
        using var network = bench.Trainer.CaptureModel();
        var image = bench.Data.Test.Image(0).ToArray();
        var before = network.Classify(image).Softmax;
        bench.Run(5);

        Assert.Equal(3, network.Step);
        Assert.Equal(before, network.Classify(image).Softmax);
        Assert.Same(network, bench.Trainer.CaptureModel(network));
        Assert.Equal(8, network.Step);
        Assert.NotEqual(before, network.Classify(image).Softmax);
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void SilentRowsMakeNoDifference(string network)
    {
        var options = UnsupervisedBench.Named(network) with { Savings = ExactShortcuts.None };
        using var plain = new UnsupervisedBench(options).Run(20);
        using var saving = new UnsupervisedBench(options with { Savings = new ExactShortcuts() });
        saving.Trainer.RestoreState(plain.Trainer.CaptureState());
        plain.Run(1);
        saving.Run(1);

        Bench.AssertClose(plain.Trainer.CaptureState(), saving.Trainer.CaptureState(), 1e-6);
    }

    [Fact]
    public void WhatDoesNotFitIsRefusedWithASentence()
    {
        var few = TinyDigits.Set(8, 8, new byte[64 * 19], new byte[19]);
        var one = TinyDigits.Set(8, 8, new byte[64], new byte[1]);
        var small = TinyDigits.Set(2, 8, new byte[16 * 20], new byte[20]);
        var dense = UnsupervisedBench.Dense;

        Assert.StartsWith("A batch has 20 images, and a hybrid is made of two; the data has 19.", Refusal(dense, few), StringComparison.Ordinal);
        Assert.StartsWith("A batch has 1 images, and a hybrid is made of two; the data has 1.", Refusal(dense with { BatchSize = 1 }, one), StringComparison.Ordinal);
        Assert.StartsWith("Hybrids need images of at least 3 x 3; the data has 2 x 8.", Refusal(dense, small), StringComparison.Ordinal);
        Assert.StartsWith("Masks may be blurred 1 to 30 times; got 31.", Refusal(dense with { Blurs = 31 }, few), StringComparison.Ordinal);
        Assert.StartsWith("A network needs at least one hidden layer", Refusal(dense with { HiddenUnits = [0] }, UnsupervisedBench.SmallData.Train), StringComparison.Ordinal);
    }

    [Fact]
    public void ABlackImageIsNoTrouble()
    {
        var black = TinyDigits.Set(8, 8, new byte[64 * 40], [.. Enumerable.Range(0, 40).Select(i => (byte)(i % 10))]);
        using var bench = new UnsupervisedBench(data: new Splits<ImageSet>(new DataOrigin("black", true), black, black, black)).Run(4);

        Assert.All(bench.Trainer.CaptureState().Matrices.Values, matrix => Assert.All(matrix.Values, value => Assert.True(float.IsFinite(value))));
    }

    private static string Refusal(UnsupervisedSettings options, ImageSet images) => Assert.Throws<ArgumentException>(
        () => new UnsupervisedBench(options, data: new Splits<ImageSet>(new DataOrigin("", true), images, images, images))).Message;
}
