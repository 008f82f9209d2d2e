using System.Globalization;
using ForwardForward.Learning.Backprop;
using ForwardForward.Learning.Models;
using ForwardForward.Learning.Tests.Supervised;
using ForwardForward.Learning.Trainers;
using ForwardForward.Testing;

namespace ForwardForward.Learning.Tests.Backprop;

public sealed class BackpropTrainerTests
{
    public static TheoryData<string> Kinds => ["dense", "convolutional"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void LearnsTinyPatterns(string kind)
    {
        var data = TinyDigits.Make(1000, 200, width: 12, height: 12);
        var options = BackpropBench.Options(kind) with { Epochs = 8, BatchSize = 50 };
        using var bench = new BackpropBench(kind == "dense" ? options : options with { Channels = [16], HiddenUnits = [60] }, data: data);
        bench.Run(bench.Trainer.Course.Epochs * bench.Trainer.Course.StepsPerEpoch);

        Assert.InRange(bench.ValidationError(), 0, 5);
    }

    [Theory]
    [InlineData("dense", 2)]
    [InlineData("dense", 5)]
    [InlineData("convolutional", 2)]
    [InlineData("convolutional", 5)]
    public void AnyNumberOfThreadsGivesTheSameBits(string kind, int threads)
    {
        // Large enough for rows and products to be shared out.
        var options = BackpropBench.Options(kind);
        options = kind == "dense" ? options with { HiddenUnits = [600, 300], BatchSize = 50 } : options with { Channels = [40, 50], HiddenUnits = [200], BatchSize = 50 };
        using var one = new BackpropBench(options).Run(4);
        using var many = new BackpropBench(options, threads).Run(4);

        Bench.AssertSameBits(one.Trainer.CaptureState(), many.Trainer.CaptureState());
        Assert.Equal(one.ValidationError(), many.ValidationError());
    }

    [Theory]
    [InlineData("dense", 1)]
    [InlineData("dense", 10)]
    [InlineData("dense", 23)]
    [InlineData("convolutional", 7)]
    public void ResumedIsUninterruptedBitForBit(string kind, int interruptedAt)
    {
        using var uninterrupted = new BackpropBench(BackpropBench.Options(kind)).Run(33);
        using var first = new BackpropBench(BackpropBench.Options(kind)).Run(interruptedAt);
        using var second = new BackpropBench(BackpropBench.Options(kind));
        second.Trainer.RestoreState(first.Trainer.CaptureState());
        second.Run(33 - interruptedAt);

        Bench.AssertSameBits(uninterrupted.Trainer.CaptureState(), second.Trainer.CaptureState());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ReadingsDisturbNothing(string kind)
    {
        using var undisturbed = new BackpropBench(BackpropBench.Options(kind)).Run(6);
        using var watched = new BackpropBench(BackpropBench.Options(kind));
        for (var step = 0; step < 6; step++)
        {
            watched.Run(1);
            watched.ValidationError();
            watched.Trainer.CaptureState();
            watched.Trainer.CaptureModel().Dispose();
            for (var layer = 0; layer < watched.Trainer.LayerReadings.Layers.Count; layer++)
            {
                watched.Trainer.LayerReadings.MeasureLayer(layer);
            }
        }

        Bench.AssertSameBits(undisturbed.Trainer.CaptureState(), watched.Trainer.CaptureState());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AStepAllocatesNothing(string kind)
    {
        foreach (var threads in new[] { 1, 2 })
        {
            using var bench = new BackpropBench(BackpropBench.Options(kind), threads).Run(11);
            var before = GC.GetAllocatedBytesForCurrentThread();
            bench.Run(8);
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ABatchIsClassifiedAsItsImagesOneByOne(string kind)
    {
        using var bench = new BackpropBench(BackpropBench.Options(kind)).Run(20);
        using var network = bench.Trainer.CaptureModel();
        var images = bench.Data.Validation;
        var errors = 0;
        for (var i = 0; i < images.Count; i++)
        {
            var found = network.Classify(images.Image(i));
            errors += found.Label == images.Labels[i] ? 0 : 1;
            Assert.Equal(1, found.Softmax.Sum(), 1e-5);
            Assert.Empty(found.Goodness);
            Assert.Empty(found.Layers);
        }

        Assert.Equal(20, network.Step);
        Assert.Equal(100.0 * errors / images.Count, bench.ValidationError());
        Assert.Same(network, bench.Trainer.CaptureModel(network));
    }

    [Fact]
    public void NothingOfGoodnessIsReported()
    {
        using var bench = new BackpropBench();
        var report = bench.Trainer.Step();
        using var evaluation = bench.Trainer.BeginEvaluation(bench.Data.Validation, thorough: true);
        evaluation.Advance();

        Assert.Empty(report.Layers);
        Assert.InRange(report.HeadLoss, 0.5f, 10);
        Assert.Empty(bench.Trainer.LayerReadings.CopyExamples(5));
        Assert.Null(evaluation.Scores.Of(Measures.GoodnessError));
        Assert.NotNull(evaluation.Scores.Of(Measures.SoftmaxError));
        Assert.All(bench.Trainer.LayerReadings.Layers, layer => Assert.False(layer.HasGoodness));
        var statistics = bench.Trainer.LayerReadings.MeasureLayer(1);
        Assert.Empty(statistics.PositiveGoodness);
        Assert.InRange(statistics.ActiveShare, 0.1f, 0.9f);
    }

    [Fact]
    public void ReceptiveFieldsAreWeightsSeenInThePicture()
    {
        using var dense = new BackpropBench();
        using var convolutional = new BackpropBench(BackpropBench.Convolutional);
        var weights = dense.Trainer.CaptureState().Matrices["layer-1/weights"];
        var field = new float[144];
        dense.Trainer.LayerReadings.CopyReceptiveFields(0, 5, 1, field);

        Assert.Equal((12, 12, 48), (dense.Trainer.LayerReadings.Layers[0].FieldWidth, dense.Trainer.LayerReadings.Layers[0].FieldHeight, dense.Trainer.LayerReadings.Layers[0].Units));
        Assert.Equal(Enumerable.Range(0, 144).Select(pixel => weights.Values[(pixel * 48) + 5]), field);

        // A unit further up has the fields below it, weighted by its own weights; behind a convolution there are no such pictures.
        var above = dense.Trainer.CaptureState().Matrices["layer-2/weights"];
        dense.Trainer.LayerReadings.CopyReceptiveFields(1, 7, 1, field);
        Assert.Equal((12, 12), (dense.Trainer.LayerReadings.Layers[1].FieldWidth, dense.Trainer.LayerReadings.Layers[1].FieldHeight));
        Assert.All(field, (value, pixel) => Assert.Equal(
            Enumerable.Range(0, 48).Sum(unit => (double)weights.Values[(pixel * 48) + unit] * above.Values[(unit * 33) + 7]), value, 1e-4));
        Assert.Equal(0, convolutional.Trainer.LayerReadings.Layers[1].FieldWidth);
        Assert.Throws<ArgumentOutOfRangeException>(() => convolutional.Trainer.LayerReadings.CopyReceptiveFields(1, 0, 1, new float[200]));
        Assert.Equal(["convolution 1", "convolution 2", "layer 3"], convolutional.Trainer.LayerReadings.Layers.Select(layer => layer.Name));
        Assert.Equal((3, 3, 6), (convolutional.Trainer.LayerReadings.Layers[0].FieldWidth, convolutional.Trainer.LayerReadings.Layers[0].FieldHeight, convolutional.Trainer.LayerReadings.Layers[0].Units));
    }

    /// <summary>The variance of a hidden weight is the gain over its inputs; 144 pixels here.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(0.5f)]
    public void TheFirstWeightsAreAsLargeAsTheGainSays(float gain)
    {
        using var bench = new BackpropBench(BackpropBench.Dense with { InitialGain = gain });

        Assert.Equal(Math.Sqrt(gain / 144), bench.Trainer.LayerReadings.MeasureLayer(0).WeightRms, 0.03 * Math.Sqrt(gain / 144));
        Assert.Equal(Math.Sqrt(gain / 48), bench.Trainer.LayerReadings.MeasureLayer(1).WeightRms, 0.06 * Math.Sqrt(gain / 48));
    }

    /// <summary>Losses written down once, after steps 10, 20 and 30: a change that means to keep the arithmetic keeps them.</summary>
    [Theory]
    [InlineData("dense", 2.30567, 1.55465, 1.21859)]
    [InlineData("convolutional", 2.33927, 2.28246, 2.28599)]
    public void LossIsThatOfTheFirstDay(string kind, double first, double second, double third)
    {
        using var bench = new BackpropBench(BackpropBench.Options(kind));
        var actual = new double[3];
        for (var step = 0; step < 30; step++)
        {
            actual[step / 10] = bench.Trainer.Step().HeadLoss;
        }

        double[] expected = [first, second, third];
        Assert.True(
            expected.Zip(actual, (a, b) => Math.Abs(a - b)).Max() < 0.0002,
            $"was {string.Join(", ", actual.Select(value => value.ToString("F5", CultureInfo.InvariantCulture)))}");
    }

    [Theory]
    [InlineData("missing", "The state has no matrix 'layer-2/weights'.")]
    [InlineData("shape", "The state's matrix 'layer-2/weights' is [2, 3] with 6 values; it must be [48, 33].")]
    [InlineData("steps", "The state has 41 steps behind it; this schedule has 40.")]
    [InlineData("factor", "The state's 'progress/learning-rate-factor' is not a finite number.")]
    [InlineData("no-stream", "The state has no words 'random/dropout'.")]
    public void ADamagedStateIsRefusedAndNothingChanged(string damage, string sentence)
    {
        using var bench = new BackpropBench().Run(2);
        using var other = new BackpropBench().Run(5);
        var before = bench.Trainer.CaptureState();
        var state = other.Trainer.CaptureState();
        switch (damage)
        {
            case "missing":
                state.Matrices.Remove("layer-2/weights");
                break;
            case "shape":
                state.Matrices["layer-2/weights"] = new StateMatrix(2, 3, new float[6]);
                break;
            case "steps":
                state.Words["progress/completed-steps"] = [41];
                break;
            case "factor":
                state.Words["progress/learning-rate-factor"] = [BitConverter.SingleToUInt32Bits(float.NaN)];
                break;
            default:
                state.Words.Remove("random/dropout");
                break;
        }

        Assert.StartsWith(sentence, Assert.Throws<ArgumentException>(() => bench.Trainer.RestoreState(state)).Message, StringComparison.Ordinal);
        Bench.AssertSameBits(before, bench.Trainer.CaptureState());
    }

    [Fact]
    public void WhatDoesNotFitIsRefusedWithASentence()
    {
        AssertRefused(BackpropBench.Dense with { HiddenUnits = [] }, "A network needs at least one hidden layer");
        AssertRefused(BackpropBench.Dense with { BatchSize = 201 }, "A batch has 201 images; the data has 200.");
        AssertRefused(BackpropBench.Dense with { Dropout = 1 }, "Dropout is a share from 0 to below 1; got 1.");
        AssertRefused(BackpropBench.Dense with { LabelSmoothing = float.NaN }, "Label smoothing is a share from 0 to below 1; got NaN.");
        AssertRefused(BackpropBench.Dense with { InitialGain = 0 }, "The gain of the first weights must be above 0; got 0.");
        AssertRefused(BackpropBench.Convolutional with { FieldSide = 6 }, "Images of 12 x 12 are too small for 2 convolutions with fields of 6 x 6");
    }

    [Fact]
    public void AStepAfterTheScheduleIsRefused()
    {
        using var bench = new BackpropBench().Run(40);

        Assert.Equal("The schedule of 4 epochs of 10 steps is over.", Assert.Throws<InvalidOperationException>(() => bench.Trainer.Step()).Message);
    }

    private static void AssertRefused(BackpropSettings options, string sentence) =>
        Assert.StartsWith(sentence, Assert.Throws<ArgumentException>(() => new BackpropBench(options)).Message, StringComparison.Ordinal);
}
