using ForwardForward.Learning.Batches;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Learning.Tests.Backprop;

/// <summary>One step of the trainer against plain loops.</summary>
public sealed class PlainBackpropTwinTests
{
    [Theory]
    [InlineData("dense")]
    [InlineData("convolutional")]
    public void TrainerDoesWhatThePlainLoopsDo(string kind)
    {
        // One step from rest, without smoothing: the change of a weight is the rate times its mean gradient.
        var options = BackpropBench.Options(kind) with { Dropout = 0, InputDropout = 0, LabelSmoothing = 0, WeightDecay = 0, Smoothing = 0 };
        using var bench = new BackpropBench(options);
        var before = bench.Trainer.CaptureState();
        var twin = new PlainBackpropTwin(before, options, 12, 12);
        foreach (var index in new EpochOrder(new RandomStream(options.Seed), bench.Data.Train.Count, options.BatchSize).Batch(0))
        {
            twin.Learn(bench.Data.Train.Image(index), bench.Data.Train.Labels[index]);
        }

        bench.Run(1);
        var after = bench.Trainer.CaptureState();
        foreach (var (name, matrix) in before.Matrices.Where(entry => !entry.Key.StartsWith("velocity/", StringComparison.Ordinal)))
        {
            var gradient = twin.Gradient(name);
            for (var i = 0; i < gradient.Length; i++)
            {
                var change = options.LearningRate * gradient[i] / options.BatchSize;
                Assert.Equal(change, (double)after.Matrices[name].Values[i] - matrix.Values[i], 1e-5);
            }
        }

        Assert.Equal(twin.MultiplyAdds, bench.Trainer.MultiplyAddsPerStep);
    }
}
