using System.Numerics.Tensors;
using System.Text.Json;
using ForwardForward.Data;
using ForwardForward.Data.Images;
using ForwardForward.Data.Synthetic;
using ForwardForward.Learning.Strategies;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Threading;
using ForwardForward.Recipes.Settings;
using ForwardForward.Testing;

namespace ForwardForward.Recipes.Tests.Settings;

/// <summary>
/// Any recipe can swap goodness, loss, activation, negatives and blocks: every combination either trains with finite values or is refused
/// with a sentence that says what would be right.
/// </summary>
public sealed class CombinationTests
{
    private static readonly Splits<ImageSet> Data = SyntheticDigits.Make(3, 60, 20, 1, CancellationToken.None);
    private static readonly KeyValuePair<string, object>[][] Rest = [[], [new("blocks", 2)], [new("thresholdPerUnit", 0.5)]];
    private static readonly string[] Refusable = ["goodness", "loss", "negatives", "blocks", "thresholdPerUnit"];

    public static TheoryData<string> Ids => [.. RecipeCatalog.Ids];

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryCombinationTrainsOrIsRefusedWithASentence(string id)
    {
        var recipe = RecipeCatalog.Get(id, Scale.Smoke);
        recipe = recipe with { Settings = recipe.Settings with { TrainImages = 60, ValidationImages = 20, TestImages = 1 } };
        using var workers = new Workers(1);
        using var products = new MatrixProducts(workers);
        var (trained, refused) = (0, 0);
        foreach (var settings in Combinations(recipe))
        {
            ConfiguredRecipe changed;
            try
            {
                changed = RecipeSettings.Apply(recipe, settings.ToDictionary(pair => pair.Key, pair => JsonSerializer.SerializeToElement(pair.Value)));
            }
            catch (SettingException refusal)
            {
                refused++;
                Assert.Contains(Refusable, name => refusal.Message.Contains(name, StringComparison.Ordinal));
                Assert.Matches("It has: epochs, |it goes with loss ", refusal.Message);
                continue;
            }

            trained++;
            AssertFinite(changed, products, string.Join(", ", settings));
        }

        // Backprop has neither goodness nor negatives; where there are no labels, none can be wrong.
        var isForwardForward = RecipeSettings.Of(recipe).Any(setting => setting.Name == "goodness");
        Assert.Equal(isForwardForward, trained > Catalogs.Activations.All.Count);
        Assert.True(refused > 0 && trained >= Catalogs.Activations.All.Count, $"{trained} trained, {refused} refused");
    }

    // What a recipe has takes every name; what it has not is tried too, beside being left out.
    private static IEnumerable<Dictionary<string, object>> Combinations(ConfiguredRecipe recipe) =>
        from goodness in With(recipe, "goodness", Catalogs.Goodness.Names)
        from loss in With(recipe, "loss", Catalogs.Losses.Names)
        from activation in With(recipe, "activation", Catalogs.Activations.Names)
        from negatives in With(recipe, "negatives", Catalogs.NegativeLabels.Names)
        from rest in Rest
        select goodness.Concat(loss).Concat(activation).Concat(negatives).Concat(rest).ToDictionary();

    private static IEnumerable<IEnumerable<KeyValuePair<string, object>>> With(ConfiguredRecipe recipe, string setting, IEnumerable<string> names)
    {
        var all = names.Select(name => (KeyValuePair<string, object>[])[new(setting, name)]);
        return RecipeSettings.Of(recipe).Any(one => one.Name == setting) ? all : all.Prepend([]);
    }

    private static void AssertFinite(ConfiguredRecipe recipe, MatrixProducts products, string combination)
    {
        using var trainer = recipe.CreateTrainer(Data, products);
        StepMetrics report = null!;
        for (var step = 0; step < 3; step++)
        {
            report = trainer.Step();
        }

        Assert.True(float.IsFinite(report.HeadLoss), $"{combination}: the loss of the head is {report.HeadLoss}");
        Assert.All(report.Layers, layer => Assert.True(float.IsFinite(layer.Loss + layer.PositiveGoodness + layer.NegativeGoodness), $"{combination}: {layer}"));
        var state = trainer.CaptureState();
        Assert.All(state.Matrices, matrix => Assert.True(float.IsFinite(TensorPrimitives.Sum<float>(matrix.Value.Values)), $"{combination}: {matrix.Key} is not finite"));
        Assert.All(Enumerable.Range(0, trainer.LayerReadings.Layers.Count), layer => Assert.True(float.IsFinite(trainer.LayerReadings.MeasureLayer(layer).WeightRms), combination));
    }
}
