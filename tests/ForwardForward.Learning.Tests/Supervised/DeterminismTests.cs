using ForwardForward.Learning.Trainers;
using ForwardForward.Testing;

namespace ForwardForward.Learning.Tests.Supervised;

public sealed class DeterminismTests
{
    [Fact]
    public void SameSeedGivesTheSameBits()
    {
        using var one = new Bench().Run(15);
        using var other = new Bench().Run(15);

        Bench.AssertSameBits(one.Trainer.CaptureState(), other.Trainer.CaptureState());
    }

    [Fact]
    public void AnotherSeedGivesOtherWeightsOrderAndNegatives()
    {
        using var one = new Bench().Run(1);
        using var other = new Bench(Bench.Small with { Seed = 2 }).Run(1);

        Assert.NotEqual(one.Trainer.CaptureState().Matrices["layer-1/weights"].Values, other.Trainer.CaptureState().Matrices["layer-1/weights"].Values);
        Assert.NotEqual(one.Trainer.LayerReadings.CopyExamples(20).Select(pair => pair.PositiveLabel), other.Trainer.LayerReadings.CopyExamples(20).Select(pair => pair.PositiveLabel));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void AnyNumberOfThreadsGivesTheSameBits(int threads)
    {
        // Large enough for rows and products to be shared out.
        var options = Bench.Small with { HiddenUnits = [600, 300, 200], BatchSize = 50 };
        using var one = new Bench(options).Run(4);
        using var many = new Bench(options, threads).Run(4);

        Bench.AssertSameBits(one.Trainer.CaptureState(), many.Trainer.CaptureState());
        Assert.Equal(one.ValidationErrors(), many.ValidationErrors());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(10)]
    [InlineData(23)]
    public void ResumedIsUninterruptedBitForBit(int interruptedAt)
    {
        using var uninterrupted = new Bench().Run(33);
        using var first = new Bench().Run(interruptedAt);
        using var second = new Bench();
        second.Trainer.RestoreState(first.Trainer.CaptureState());
        second.Run(33 - interruptedAt);

        Bench.AssertSameBits(uninterrupted.Trainer.CaptureState(), second.Trainer.CaptureState());
        var expected = uninterrupted.Trainer.LayerReadings.CopyExamples(20);
        Assert.Equal(expected.Select(pair => pair.NegativeLabel), second.Trainer.LayerReadings.CopyExamples(20).Select(pair => pair.NegativeLabel));
    }

    [Fact]
    public void ReadingsDisturbNothing()
    {
        using var undisturbed = new Bench().Run(12);
        using var watched = new Bench();
        for (var step = 0; step < 12; step++)
        {
            watched.Run(1);
            watched.ValidationErrors();
            watched.Trainer.LayerReadings.CopyExamples(5);
            watched.Trainer.LayerReadings.MeasureLayer(step % 3);
            watched.Trainer.CaptureState();
            watched.Trainer.CaptureModel().Dispose();
        }

        Bench.AssertSameBits(undisturbed.Trainer.CaptureState(), watched.Trainer.CaptureState());
    }

    [Fact]
    public void TheRateFactorIsPartOfTheState()
    {
        using var first = new Bench().Run(3);
        first.Trainer.RateFactor.Value = 0.25f;
        using var second = new Bench();
        second.Trainer.RestoreState(first.Trainer.CaptureState());

        Assert.Equal(0.25f, second.Trainer.RateFactor.Value);
        Assert.Equal(3, second.Trainer.Course.CompletedSteps);
        Assert.Empty(second.Trainer.LayerReadings.CopyExamples(5));
    }

    [Fact]
    public void ARateFactorOfZeroFreezesTheWeights()
    {
        using var bench = new Bench().Run(3);
        var before = bench.Trainer.CaptureState().Matrices["layer-2/weights"].Values;
        bench.Trainer.RateFactor.Value = 0;
        bench.Run(2);

        Assert.Equal(before, bench.Trainer.CaptureState().Matrices["layer-2/weights"].Values);
    }

    [Fact]
    public void AStepAllocatesNothing()
    {
        foreach (var savings in new[] { new ExactShortcuts(), ExactShortcuts.None })
        {
            foreach (var threads in new[] { 1, 2 })
            {
                using var bench = new Bench(Bench.Small with { Savings = savings }, threads).Run(11);
                Assert.Equal(0, Allocations.Fewest(() => bench.Run(4)));
            }
        }
    }
}
