using System.Globalization;
using ForwardForward.Learning.Activations;
using ForwardForward.Learning.Goodness;
using ForwardForward.Learning.Negatives;
using ForwardForward.Learning.Recurrent;
using ForwardForward.Learning.Tests.Supervised;
using ForwardForward.Testing;

namespace ForwardForward.Learning.Tests.Recurrent;

public sealed class RecurrentTrainerTests
{
    [Fact]
    public void LearnsTinyPatternsByBothProcedures()
    {
        using var bench = new RecurrentBench(RecurrentBench.Small with { HiddenUnits = [60, 60], Epochs = 10, BatchSize = 50 }, data: TinyDigits.Make(1000, 200));
        bench.Run(200);
        var (goodness, softmax) = bench.ValidationErrors();

        Assert.InRange(goodness, 0, 5);
        Assert.InRange(softmax, 0, 5);
    }

    [Fact]
    public void ABlockDecidesByItself()
    {
        // Of two blocks each has half of the units and its own threshold; the loss is the mean of their verdicts, the goodness that of the layer.
        using var whole = new RecurrentBench(RecurrentBench.Small with { HiddenUnits = [40, 32] });
        using var blocks = new RecurrentBench(RecurrentBench.Small with { HiddenUnits = [40, 32], Blocks = 2 });
        var (one, two) = (whole.Trainer.Step().Layers[0], blocks.Trainer.Step().Layers[0]);

        Assert.Equal((one.PositiveGoodness, one.NegativeGoodness, one.PairwiseError), (two.PositiveGoodness, two.NegativeGoodness, two.PairwiseError));
        Assert.NotEqual(one.Loss, two.Loss);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void AnyNumberOfThreadsGivesTheSameBits(int threads)
    {
        var options = RecurrentBench.Small with { HiddenUnits = [400, 300], BatchSize = 50 };
        using var one = new RecurrentBench(options).Run(3);
        using var many = new RecurrentBench(options, threads).Run(3);

        Bench.AssertSameBits(one.Trainer.CaptureState(), many.Trainer.CaptureState());
        Assert.Equal(one.ValidationErrors(), many.ValidationErrors());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(23)]
    public void ResumedIsUninterruptedBitForBit(int interruptedAt)
    {
        using var uninterrupted = new RecurrentBench().Run(33);
        using var first = new RecurrentBench().Run(interruptedAt);
        using var second = new RecurrentBench();
        second.Trainer.RestoreState(first.Trainer.CaptureState());
        second.Run(33 - interruptedAt);

        Bench.AssertSameBits(uninterrupted.Trainer.CaptureState(), second.Trainer.CaptureState());
    }

    [Fact]
    public void ReadingsDisturbNothing()
    {
        using var undisturbed = new RecurrentBench().Run(12);
        using var watched = new RecurrentBench();
        for (var step = 0; step < 12; step++)
        {
            watched.Run(1);
            watched.ValidationErrors();
            watched.Trainer.LayerReadings.CopyExamples(5);
            watched.Trainer.LayerReadings.MeasureLayer(step % 2);
            watched.Trainer.CaptureState();
            watched.Trainer.CaptureModel().Dispose();
        }

        Bench.AssertSameBits(undisturbed.Trainer.CaptureState(), watched.Trainer.CaptureState());
    }

    [Fact]
    public void AStepAllocatesNothing()
    {
        foreach (var threads in new[] { 1, 2 })
        {
            using var bench = new RecurrentBench(threads: threads).Run(11);
            Assert.Equal(0, Allocations.Fewest(() => bench.Run(4)));
        }
    }

    [Fact]
    public void ABatchIsClassifiedAsItsImagesOneByOne()
    {
        using var bench = new RecurrentBench(data: TinyDigits.Make(200, 130)).Run(20);
        using var network = bench.Trainer.CaptureModel();
        var images = bench.Data.Validation;
        var (goodness, softmax) = (0, 0);
        for (var i = 0; i < images.Count; i++)
        {
            var found = network.Classify(images.Image(i));
            goodness += found.Label == images.Labels[i] ? 0 : 1;
            softmax += Array.IndexOf(found.Softmax, found.Softmax.Max()) == images.Labels[i] ? 0 : 1;
            Assert.Equal((8, 2), (found.Iterations.Length, found.Layers.Length));
        }

        Assert.Equal(20, network.Step);
        Assert.Equal((100.0 * goodness / images.Count, 100.0 * softmax / images.Count), bench.ValidationErrors());
        Assert.Same(network, bench.Trainer.CaptureModel(network));
    }

    [Fact]
    public void EveryGoodnessActivationAndSourceOfNegativesLearns()
    {
        RecurrentSettings[] variants =
        [
            RecurrentBench.Small with { Goodness = new SumOfSquares() },
            RecurrentBench.Small with { Activation = new LeakyRelu() },
            RecurrentBench.Small with { Negatives = new AllWrongLabels() },
            RecurrentBench.Small with { HiddenUnits = [40] },
            RecurrentBench.Small with { HiddenUnits = [40, 32], Blocks = 4 },
            RecurrentBench.Small with { HiddenUnits = [40, 30, 20], Trained = (3, 5) },
        ];
        Assert.All(variants, options =>
        {
            using var bench = new RecurrentBench(options);
            var first = bench.Trainer.Step().Layers.Average(layer => layer.Loss);
            bench.Run(38);
            var last = bench.Trainer.Step().Layers.Average(layer => layer.Loss);
            Assert.True(last < first, $"loss went from {first} to {last}");
        });
    }

    [Fact]
    public void AnExampleShowsTheSamePictureWithTwoLabels()
    {
        using var bench = new RecurrentBench();
        Assert.Empty(bench.Trainer.LayerReadings.CopyExamples(3));
        var pairs = bench.Run(10).Trainer.LayerReadings.CopyExamples(100);

        Assert.Equal(20, pairs.Count);
        Assert.All(pairs, pair =>
        {
            Assert.Same(pair.Positive, pair.Negative);
            Assert.NotEqual(pair.PositiveLabel, pair.NegativeLabel);
            Assert.InRange(pair.NegativeProbability!.Value, 0, 1);
            Assert.All(pair.PositiveGoodness, goodness => Assert.InRange(goodness, float.MinValue, 0));
        });
        Assert.Equal(bench.Trainer.LayerReadings.MeasureLayer(0).PositiveGoodness, pairs.Select(pair => pair.PositiveGoodness[0]));
    }

    [Fact]
    public void LossesAreThoseOfTheFirstDay()
    {
        // Written down once, after steps 10, 20 and 30: both layers and the head. A change that means to keep the arithmetic keeps them.
        double[] expected = [2.67997, 2.78450, 1.76330, 1.79527, 1.25928, 0.91955, 1.18514, 1.34112, 0.55608];
        using var bench = new RecurrentBench();
        var actual = new List<double>();
        for (var step = 1; step <= 30; step++)
        {
            var report = bench.Trainer.Step();
            if (step % 10 == 0)
            {
                actual.AddRange([report.Layers[0].Loss, report.Layers[1].Loss, report.HeadLoss]);
            }
        }

        Assert.True(
            expected.Zip(actual, (a, b) => Math.Abs(a - b)).Max() < 0.0002,
            $"was {string.Join(", ", actual.Select(value => value.ToString("F5", CultureInfo.InvariantCulture)))}");
    }

    [Fact]
    public void WhatDoesNotFitIsRefusedWithASentence()
    {
        AssertRefused(RecurrentBench.Small with { HiddenUnits = [] }, "A network needs at least one hidden layer");
        AssertRefused(RecurrentBench.Small with { Iterations = 0 }, "Batch size, epochs and iterations must be at least 1; got 20, 4 and 0.");
        AssertRefused(RecurrentBench.Small with { Damping = 1 }, "Damping is a share from 0 to below 1; got 1.");
        AssertRefused(RecurrentBench.Small with { Trained = (1, 9) }, "The trained iterations must lie in 1 to 8, the first not after the last; got 1 to 9.");
        AssertRefused(RecurrentBench.Small with { Scored = (5, 3) }, "The scored iterations must lie in 1 to 8, the first not after the last; got 5 to 3.");
        AssertRefused(RecurrentBench.Small with { BatchSize = 201 }, "A batch has 201 images; the data has 200.");
    }

    private static void AssertRefused(RecurrentSettings options, string sentence) =>
        Assert.StartsWith(sentence, Assert.Throws<ArgumentException>(() => new RecurrentBench(options)).Message, StringComparison.Ordinal);
}
