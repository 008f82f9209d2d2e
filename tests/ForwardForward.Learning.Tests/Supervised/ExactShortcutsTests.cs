using ForwardForward.Learning.Strategies;
using ForwardForward.Learning.Trainers;
using ForwardForward.Testing;

namespace ForwardForward.Learning.Tests.Supervised;

public sealed class ExactShortcutsTests
{
    public static TheoryData<string, string, string, string> Combinations
    {
        get
        {
            var data = new TheoryData<string, string, string, string>();
            foreach (var negatives in Catalogs.NegativeLabels.Names)
            {
                data.Add("sum-of-squares", "logistic", "relu", negatives);
            }

            foreach (var goodness in Catalogs.Goodness.Names)
            {
                foreach (var loss in Catalogs.Losses.Names)
                {
                    data.Add(goodness, loss, "leaky-relu", "uniform-labels");
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public void NothingIsSavedThatChangesMoreThanRounding(string goodness, string loss, string activation, string negatives)
    {
        var options = Bench.Small with
        {
            Goodness = Catalogs.Goodness.Get(goodness),
            Loss = Catalogs.Losses.Get(loss),
            Activation = Catalogs.Activations.Get(activation),
            Negatives = Catalogs.NegativeLabels.Get(negatives),
            LearningRate = 0.01f,
        };
        using var plain = new Bench(options with { Savings = ExactShortcuts.None }).Run(6);
        var start = plain.Trainer.CaptureState();
        plain.Run(1);
        foreach (var savings in new[] { new ExactShortcuts(), new ExactShortcuts(SkipSilentRows: false), new ExactShortcuts(SharedImageProduct: false) })
        {
            using var saving = new Bench(options with { Savings = savings });
            saving.Trainer.RestoreState(start);
            saving.Run(1);
            Bench.AssertClose(plain.Trainer.CaptureState(), saving.Trainer.CaptureState(), 1e-6);
        }
    }

    [Fact]
    public void SilentRowsAreLeftOutAndMakeNoDifference()
    {
        // Wide and long enough for a layer to become certain of most rows.
        var options = Bench.Small with { HiddenUnits = [300, 200], Epochs = 30, Savings = ExactShortcuts.None, PeerStrength = 0 };
        var data = TinyDigits.Make(200);
        using var plain = new Bench(options, data: data).Run(150);
        var start = plain.Trainer.CaptureState();
        using var saving = new Bench(options with { Savings = new ExactShortcuts(SharedImageProduct: false) }, data: data);
        saving.Trainer.RestoreState(start);

        plain.Run(1);
        saving.Run(1);

        var statistics = plain.Trainer.LayerReadings.MeasureLayer(0);
        var silent = statistics.PositiveGoodness.Count(goodness => goodness > plain.Trainer.LayerReadings.Layers[0].Threshold + 18);
        Assert.True(silent >= 5, $"{silent} silent rows are too few for this test to mean anything");
        Bench.AssertClose(plain.Trainer.CaptureState(), saving.Trainer.CaptureState(), 1e-8);
    }
}
