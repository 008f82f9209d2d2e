using ForwardForward.Learning.Tests.Recurrent;
using ForwardForward.Learning.Tests.Supervised;
using ForwardForward.Learning.Tests.Unsupervised;

namespace ForwardForward.Learning.Tests.Trainers;

/// <summary>The arithmetic that a trainer declares is what plain loops, which skip and share nothing, do in a step.</summary>
public sealed class MultiplyAddTests
{
    [Fact]
    public void OfASupervisedStep()
    {
        using var bench = new Bench();
        var twin = new PlainTwin(bench.Trainer.CaptureState(), bench.Options);
        var train = bench.Data.Train;
        var batch = Enumerable.Range(0, bench.Options.BatchSize).ToArray();
        twin.Step(
            [.. batch.Select(index => train.Image(index).ToArray().Select(pixel => pixel / 255.0).ToArray())],
            [.. batch.Select(index => (int)train.Labels[index])],
            [.. batch.Select(index => (train.Labels[index] + 1) % 10)],
            1);

        Assert.Equal(twin.MultiplyAdds, bench.Trainer.MultiplyAddsPerStep);
    }

    [Theory]
    [InlineData("dense")]
    [InlineData("local")]
    public void OfAnUnsupervisedStep(string network)
    {
        using var bench = new UnsupervisedBench(UnsupervisedBench.Named(network));
        var state = bench.Trainer.CaptureState();
        var image = bench.Data.Train.Image(0).ToArray().Select(ink => ink / 255f).ToArray();
        var count = new PlainCount();
        for (var pair = 0; pair < bench.Options.BatchSize; pair++)
        {
            // The hybrid goes up, the image goes up and is read by the head; then the gradients of both, and the head's.
            PlainNetwork.Activities(network, state, image, count);
            PlainNetwork.Probabilities(network, state, image, count);
            PlainNetwork.Differentiate(network, state, image, count);
            PlainNetwork.Differentiate(network, state, image, count);
            PlainNetwork.DifferentiateHead(network, state, image, count);
        }

        Assert.Equal(count.MultiplyAdds, bench.Trainer.MultiplyAddsPerStep);
    }

    [Theory]
    [InlineData(1, 8)]
    [InlineData(3, 5)]
    public void OfARecurrentStep(int firstTrained, int lastTrained)
    {
        var options = RecurrentBench.Small with { Trained = (firstTrained, lastTrained) };
        using var bench = new RecurrentBench(options);
        var state = bench.Trainer.CaptureState();
        var twin = new PlainRecurrentTwin(options with { Iterations = lastTrained }, state);
        var count = 0L;
        for (var index = 0; index < options.BatchSize; index++)
        {
            var image = bench.Data.Train.Image(index);
            var bottomUp = twin.BottomUp(image);
            count += 2 * bottomUp.Sum(activities => Head(activities.Length));
            foreach (var label in new[] { 3, 4 })
            {
                var heard = twin.Settle(image, bottomUp, label);
                count += heard.Skip(firstTrained - 1).Sum(layers => layers.Select((one, layer) => Gradient(one, options.HiddenUnits[layer])).Sum());
            }
        }

        Assert.Equal(twin.MultiplyAdds + count, bench.Trainer.MultiplyAddsPerStep);
    }

    [Fact]
    public void TheWholeIsTheSumOfThePhases()
    {
        using var bench = new Bench();

        Assert.Equal(bench.Trainer.Work.Sum(work => work.MultiplyAdds), bench.Trainer.MultiplyAddsPerStep);
        Assert.All(bench.Trainer.Work, work => Assert.True(work.MultiplyAdds > 0));
        Assert.Equal(bench.Trainer.Work.Count, bench.Trainer.Work.DistinctBy(work => (work.Phase, work.Layer)).Count());
    }

    private static long Head(int units)
    {
        var count = 0L;
        for (var unit = 0; unit < units; unit++)
        {
            for (var label = 0; label < 10; label++)
            {
                count++;
            }
        }

        return count;
    }

    private static long Gradient(PlainRecurrentTwin.Heard heard, int units)
    {
        var count = 0L;
        foreach (var _ in heard.Below.Concat(heard.Above))
        {
            for (var unit = 0; unit < units; unit++)
            {
                count++;
            }
        }

        return count;
    }
}
