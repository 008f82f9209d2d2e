using ForwardForward.Data.Synthetic;
using ForwardForward.Learning.Supervised;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Recipes.Tests.Recipes;

/// <summary>What the paper says of an experiment is what its recipe does at the paper's scale.</summary>
public sealed class PaperSettingsTests
{
    private static readonly SupervisedSettings Plain = Settings("ff-supervised");

    /// <summary>The paper doubles a learning rate that it does not give; 0.01 is the highest that networks of this width learn with (docs/experiments/ff-supervised-jitter.md).</summary>
    [Fact]
    public void FastIsTheHighestLearningRateThatLearnsInFortyEpochs()
    {
        var fast = Settings("ff-supervised-fast");

        Assert.Equal((40, 1.46), (fast.Epochs, PercentOf("ff-supervised-fast")));
        Assert.Equal(0.01f, fast.LearningRate);
        Assert.Equal(Plain.HiddenUnits, fast.HiddenUnits);
    }

    [Fact]
    public void JitterIsTwoPixelsEachWayForFiveHundredEpochs()
    {
        var jittered = Settings("ff-supervised-jitter");

        Assert.Equal((500, 2, 0.64), (jittered.Epochs, jittered.Jitter, PercentOf("ff-supervised-jitter")));
        Assert.Equal(Plain.HiddenUnits, jittered.HiddenUnits);
        Assert.Equal(0, Plain.Jitter);
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
        using var trainer = recipe.CreateTrainer(data, products);

        Assert.Equal((epochs, error), (recipe.Settings.Epochs, PercentOf(id)));
        Assert.Equal(units, trainer.LayerReadings.Layers.Select(layer => layer.Units));
        Assert.Equal(units.Select(count => (float)count), trainer.LayerReadings.Layers.Select(layer => layer.Threshold));
    }

    private static SupervisedSettings Settings(string id) => (SupervisedSettings)RecipeCatalog.Get(id, Scale.Paper).Settings;

    private static double? PercentOf(string id) => RecipeCatalog.Get(id).Info.Paper!.TestErrorPercent;
}
