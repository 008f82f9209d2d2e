using ForwardForward.Learning.Trainers;

namespace ForwardForward.Learning.Tests.Supervised;

/// <summary>What cost other implementations their accuracy.</summary>
public sealed class TrapTests
{
    [Fact]
    public void AllLayersLearnOnEveryBatch()
    {
        using var bench = new Bench();
        var before = bench.Trainer.CaptureState();
        bench.Run(1);
        var after = bench.Trainer.CaptureState();

        Assert.All(
            before.Matrices.Keys.Where(name => name.EndsWith("weights", StringComparison.Ordinal)),
            name => Assert.NotEqual(before.Matrices[name].Values, after.Matrices[name].Values));
    }

    [Fact]
    public void NegativesAreDrawnAfresh()
    {
        using var bench = new Bench();
        var seen = new List<string>();
        for (var epoch = 0; epoch < 4; epoch++)
        {
            bench.Run(10);
            foreach (var pair in bench.Trainer.LayerReadings.CopyExamples(20))
            {
                Assert.NotEqual(pair.PositiveLabel, pair.NegativeLabel);
            }

            seen.Add(string.Concat(bench.Trainer.LayerReadings.CopyExamples(20).Select(pair => pair.NegativeLabel)));
        }

        Assert.Equal(4, seen.Distinct().Count());
    }

    [Fact]
    public void TheLabelPixelsAreAllThatDiffersWithinAPair()
    {
        using var bench = new Bench().Run(3);
        foreach (var pair in bench.Trainer.LayerReadings.CopyExamples(20))
        {
            Assert.Equal(pair.Positive[10..], pair.Negative[10..]);
            Assert.Equal(Enumerable.Range(0, 10).Select(label => label == pair.PositiveLabel ? 1f : 0), pair.Positive[..10]);
            Assert.Equal(Enumerable.Range(0, 10).Select(label => label == pair.NegativeLabel ? 1f : 0), pair.Negative[..10]);
            Assert.InRange(pair.NegativeProbability!.Value, 0, 1);
            Assert.Equal(3, pair.PositiveGoodness.Length);
        }
    }

    [Fact]
    public void TheFirstLayerHasNoVoteAtTheEnd()
    {
        using var bench = new Bench().Run(20);
        using var network = bench.Trainer.CaptureModel();
        var verdict = network.Classify(bench.Data.Test.Image(3));

        for (var label = 0; label < 10; label++)
        {
            Assert.Equal(verdict.Layers[1][label] + verdict.Layers[2][label], verdict.Goodness[label], 1e-3f);
        }

        Assert.Equal(Array.IndexOf(verdict.Goodness, verdict.Goodness.Max()), verdict.Label);
        Assert.Equal(1, verdict.Softmax.Sum(), 1e-5f);
        Assert.Equal(3, verdict.Layers.Length);
    }

    [Fact]
    public void BiasesDoNotDecay()
    {
        using var decayed = new Bench(Bench.Small with { WeightDecay = 1 });
        using var plain = new Bench(Bench.Small with { WeightDecay = 0 });
        var state = plain.Trainer.CaptureState();
        Array.Fill(state.Matrices["layer-1/biases"].Values, 0.5f);
        plain.Trainer.RestoreState(state);
        decayed.Trainer.RestoreState(state);
        decayed.Run(1);
        plain.Run(1);

        Assert.Equal(plain.Trainer.CaptureState().Matrices["layer-1/biases"].Values, decayed.Trainer.CaptureState().Matrices["layer-1/biases"].Values);
        Assert.NotEqual(plain.Trainer.CaptureState().Matrices["layer-1/weights"].Values, decayed.Trainer.CaptureState().Matrices["layer-1/weights"].Values);
    }

    [Fact]
    public void PeersBringDeadUnitsBack()
    {
        var state = WithDeadUnit();
        using var withPeers = new Bench(Bench.Small with { PeerStrength = 0.3f });
        using var alone = new Bench(Bench.Small with { PeerStrength = 0 });
        withPeers.Trainer.RestoreState(state);
        alone.Trainer.RestoreState(state);
        withPeers.Run(10);
        alone.Run(10);

        var bias = state.Matrices["layer-1/biases"].Values[0];
        Assert.Equal(bias, alone.Trainer.CaptureState().Matrices["layer-1/biases"].Values[0]);
        Assert.True(withPeers.Trainer.CaptureState().Matrices["layer-1/biases"].Values[0] > bias);
        Assert.True(alone.Trainer.LayerReadings.MeasureLayer(0).DeadUnits >= 1);
    }

    [Fact]
    public void AWideNetworkStartsAboveChance()
    {
        using var bench = new Bench(Bench.Small with { HiddenUnits = [1500, 1500], Epochs = 2 }).Run(20);

        Assert.True(bench.ValidationErrors().Goodness < 60, $"{bench.ValidationErrors().Goodness} %");
    }

    private static TrainerState WithDeadUnit()
    {
        using var bench = new Bench();
        var state = bench.Trainer.CaptureState();
        state.Matrices["layer-1/biases"].Values[0] = -50;
        return state;
    }
}
