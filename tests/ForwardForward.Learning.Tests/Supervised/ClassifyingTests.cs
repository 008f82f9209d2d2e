using ForwardForward.Learning.Models;
using ForwardForward.Testing;

namespace ForwardForward.Learning.Tests.Supervised;

public sealed class ClassifyingTests
{
    [Fact]
    public void EvaluationCountsWhatTheNetworkSays()
    {
        using var bench = new Bench().Run(8);
        using var network = bench.Trainer.CaptureModel();
        var images = bench.Data.Validation;
        int goodness = 0, softmax = 0;
        for (var i = 0; i < images.Count; i++)
        {
            var verdict = network.Classify(images.Image(i));
            goodness += verdict.Label == images.Labels[i] ? 0 : 1;
            softmax += Array.IndexOf(verdict.Softmax, verdict.Softmax.Max()) == images.Labels[i] ? 0 : 1;
        }

        Assert.True(goodness > 0, "a test on a network that is always right says little");
        Assert.Equal((100.0 * goodness / images.Count, 100.0 * softmax / images.Count), bench.ValidationErrors());
    }

    [Fact]
    public void EvaluationGoesBatchByBatchAndCountsTheLastFewToo()
    {
        using var bench = new Bench(data: TinyDigits.Make(200, validation: 230)).Run(2);
        using var evaluation = bench.Trainer.BeginEvaluation(bench.Data.Validation, thorough: false);

        Assert.Null(evaluation.Scores.Of(Measures.SoftmaxError));
        var seen = new List<int>();
        while (evaluation.Advance())
        {
            seen.Add((int)Math.Round(evaluation.Progress * 230));
        }

        Assert.Equal([50, 100, 150, 200, 230], seen);
        Assert.Null(evaluation.Scores.Of(Measures.GoodnessError));
        Assert.NotNull(evaluation.Scores.Of(Measures.SoftmaxError));
    }

    [Fact]
    public void AnEvaluationDoesNotSpanTwoMoments()
    {
        using var bench = new Bench().Run(2);
        using var evaluation = bench.Trainer.BeginEvaluation(bench.Data.Validation, thorough: true);
        bench.Run(1);

        Assert.Throws<InvalidOperationException>(() => evaluation.Advance());
    }

    [Fact]
    public void ImagesOfAnotherSizeAreRefused()
    {
        using var bench = new Bench();
        var refusal = Assert.Throws<ArgumentException>(() => bench.Trainer.BeginEvaluation(TinyDigits.Make(1, 1, 1, width: 9).Test, true));

        Assert.StartsWith("The network learns from images of 8 x 8; these are 9 x 8.", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(65)]
    public void WrongNumbersOfPixelsAreRefused(int pixels)
    {
        using var bench = new Bench();
        using var network = bench.Trainer.CaptureModel();

        Assert.Equal(64, network.PixelsPerImage);
        Assert.StartsWith($"An image has 64 pixels; got {pixels}.", Assert.Throws<ArgumentException>(() => network.Classify(new byte[pixels])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ANetworkKeepsItsMomentWhileTrainingGoesOn()
    {
        using var bench = new Bench().Run(5);
        using var network = bench.Trainer.CaptureModel();
        var before = network.Classify(bench.Data.Test.Image(0));
        bench.Run(10);

        Assert.Equal(5, network.Step);
        Assert.Equal(before.Goodness, network.Classify(bench.Data.Test.Image(0)).Goodness);
        Assert.Same(network, bench.Trainer.CaptureModel(network));
        Assert.Equal(15, network.Step);
        Assert.NotEqual(before.Goodness, network.Classify(bench.Data.Test.Image(0)).Goodness);
    }

    [Fact]
    public void ANetworkOfAnotherShapeIsNotRecycled()
    {
        using var bench = new Bench();
        using var other = new Bench(Bench.Small with { HiddenUnits = [20, 20] });
        using var network = other.Trainer.CaptureModel();
        using var fresh = bench.Trainer.CaptureModel(network);

        Assert.NotSame(network, fresh);
        Assert.Equal(2, network.Classify(bench.Data.Test.Image(0)).Layers.Length);
    }

    [Fact]
    public void NetworksClassifyOnOtherThreadsWhileTheTrainerSteps()
    {
        using var alone = new Bench().Run(30);
        using var bench = new Bench(threads: 2);
        using var network = bench.Trainer.CaptureModel();
        var expected = network.Classify(bench.Data.Test.Image(0)).Goodness;
        using var started = new ManualResetEventSlim();
        var stop = false;
        var classifier = new Thread(() =>
        {
            while (!Volatile.Read(ref stop))
            {
                Assert.Equal(expected, network.Classify(bench.Data.Test.Image(0)).Goodness);
                started.Set();
            }
        });
        classifier.Start();
        started.Wait(TestContext.Current.CancellationToken);
        bench.Run(30);
        Volatile.Write(ref stop, true);
        classifier.Join();

        Bench.AssertSameBits(alone.Trainer.CaptureState(), bench.Trainer.CaptureState());
    }

    [Fact]
    public void OneHiddenLayerHasTheOnlyVote()
    {
        using var bench = new Bench(Bench.Small with { HiddenUnits = [60] }).Run(40);
        using var network = bench.Trainer.CaptureModel();
        var verdict = network.Classify(bench.Data.Test.Image(0));

        Assert.Equal(verdict.Layers[0], verdict.Goodness);
        Assert.True(bench.ValidationErrors().Goodness < 60);
    }
}
