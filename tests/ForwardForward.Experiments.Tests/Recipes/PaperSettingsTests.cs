using ForwardForward.Data.Synthetic;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Experiments.Tests.Recipes;

/// <summary>What the paper says of an experiment is what its recipe does at the paper's scale.</summary>
public sealed class PaperSettingsTests
{
    private static readonly Recipe Plain = RecipeCatalog.Get("ff-supervised", Scale.Paper);

    /// <summary>The paper doubles a learning rate that it does not give; 0.01 is the highest that networks of this width learn with (docs/experiments/ff-supervised-jitter.md).</summary>
    [Fact]
    public void FastIsTheHighestLearningRateThatLearnsInFortyEpochs()
    {
        var fast = RecipeCatalog.Get("ff-supervised-fast", Scale.Paper);

        Assert.Equal((40, 1.46), (fast.Schedule.Epochs, fast.Paper!.TestErrorPercent));
        Assert.Equal(0.01f, fast.Trainer.LearningRate);
        Assert.Equal(Plain.Network.HiddenUnits, fast.Network.HiddenUnits);
    }

    [Fact]
    public void JitterIsTwoPixelsEachWayForFiveHundredEpochs()
    {
        var jittered = RecipeCatalog.Get("ff-supervised-jitter", Scale.Paper);

        Assert.Equal((500, 2, 0.64), (jittered.Schedule.Epochs, jittered.Trainer.Jitter, jittered.Paper!.TestErrorPercent));
        Assert.Equal(Plain.Network.HiddenUnits, jittered.Network.HiddenUnits);
        Assert.Equal(0, Plain.Trainer.Jitter);
    }

    [Theory]
    [InlineData("ff-unsupervised", 100, 1.37, new[] { 2000, 2000, 2000, 2000 })]
    [InlineData("ff-unsupervised-local", 60, 1.16, new[] { 16 * 128, 9 * 220, 4 * 512 })]
    public void UnsupervisedNetworksAreThePapers(string id, int epochs, double error, int[] units)
    {
        var recipe = RecipeCatalog.Get(id, Scale.Paper);
        var data = SyntheticDigits.Make(1, 100, 1, 1, TestContext.Current.CancellationToken);
        using var workers = new Workers(1);
        using var products = new MatrixProducts(workers);
        using var trainer = Experiment.CreateTrainer(recipe, data, products);

        Assert.Equal((epochs, error), (recipe.Schedule.Epochs, recipe.Paper!.TestErrorPercent));
        Assert.Equal(units, trainer.Readings.Layers.Select(layer => layer.Units));
        Assert.Equal(units.Select(count => (float)count), trainer.Readings.Layers.Select(layer => layer.Threshold));
    }
}
