using ForwardForward.Learning.Tests.Supervised;
using ForwardForward.Learning.Tests.Unsupervised;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Learning.Tests.Layers;

/// <summary>A deeper unit's field is the sum of the fields below, weighted by its own weights.</summary>
public sealed class ReceptiveFieldTests
{
    [Theory]
    [InlineData("dense")]
    [InlineData("local")]
    public void FieldsOfDeeperLayersAreWeightedSumsOfThoseBelow(string network)
    {
        using var bench = new UnsupervisedBench(UnsupervisedBench.Named(network)).Run(3);
        AssertChained(bench.Trainer, (state, layer) => Joined(network, state.Matrices[$"layer-{layer + 1}/weights"], layer), network == "local" ? [9, 4, 1] : [1, 1, 1, 1]);
    }

    [Fact]
    public void SoAreThoseOfTheSupervisedNetworkLabelPixelsIncluded()
    {
        using var bench = new Bench().Run(3);
        AssertChained(bench.Trainer, (state, layer) => Joined("dense", state.Matrices[$"layer-{layer + 1}/weights"], layer), [1, 1, 1]);
    }

    [Fact]
    public void WhatDoesNotExistIsRefused()
    {
        using var unsupervised = new UnsupervisedBench();
        using var supervised = new Bench();
        var fields = new float[640];
        foreach (var trainer in new Trainer[] { unsupervised.Trainer, supervised.Trainer })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => trainer.LayerReadings.CopyReceptiveFields(-1, 0, 1, fields));
            Assert.Throws<ArgumentOutOfRangeException>(() => trainer.LayerReadings.CopyReceptiveFields(trainer.LayerReadings.Layers.Count, 0, 1, fields));
            Assert.Throws<ArgumentOutOfRangeException>(() => trainer.LayerReadings.CopyReceptiveFields(1, 40, 1, fields));
            Assert.Throws<ArgumentOutOfRangeException>(() => trainer.LayerReadings.CopyReceptiveFields(1, 38, 3, fields));
            Assert.Throws<ArgumentOutOfRangeException>(() => trainer.LayerReadings.CopyReceptiveFields(1, -1, 1, fields));
        }
    }

    private static void AssertChained(Trainer trainer, Func<TrainerState, int, Dictionary<(int Input, int Unit), float>> weightsOf, int[] places)
    {
        var below = Fields(trainer, 0, places[0]);
        for (var layer = 1; layer < trainer.LayerReadings.Layers.Count; layer++)
        {
            var expected = Enumerable.Range(0, trainer.LayerReadings.Layers[layer].Units).Select(_ => new double[64]).ToArray();
            foreach (var ((input, unit), weight) in weightsOf(trainer.CaptureState(), layer))
            {
                for (var pixel = 0; pixel < 64; pixel++)
                {
                    expected[unit][pixel] += weight * below[input][pixel];
                }
            }

            var actual = Fields(trainer, layer, places[layer]);
            for (var unit = 0; unit < expected.Length; unit++)
            {
                Assert.All(Enumerable.Range(0, 64), pixel => Assert.Equal(expected[unit][pixel], actual[unit][pixel], 1e-5));
            }

            Assert.True(actual.SelectMany(field => field).Max() > 0.01);
            below = actual;
        }
    }

    private static Dictionary<(int Input, int Unit), float> Joined(string network, StateMatrix weights, int layer) =>
        Enumerable.Range(0, weights.Values.Length).ToDictionary(
            index => PlainNetwork.Connection(network, layer, index, weights.Columns), index => weights.Values[index]);

    // Viewers see unit after unit going round the places; the weights have all units of a place together.
    private static float[][] Fields(Trainer trainer, int layer, int places)
    {
        var units = trainer.LayerReadings.Layers[layer].Units;
        var fields = new float[units * 64];
        trainer.LayerReadings.CopyReceptiveFields(layer, 0, units, fields);
        var shown = fields.Chunk(64).ToArray();
        return [.. Enumerable.Range(0, units).Select(unit => shown[(unit % (units / places) * places) + (unit / (units / places))])];
    }
}
