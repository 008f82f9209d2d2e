using ForwardForward.Recipes;
using ForwardForward.Runs;
using ForwardForward.Runs.Training;

namespace ForwardForward.CrashHost;

/// <summary>The small supervised recipe on a few patterns, for so many epochs that there is time to end it in the middle.</summary>
public sealed class SmallRecipe : IRecipeSource
{
    /// <summary>What is asked for.</summary>
    public static StartRun Request { get; } = new("ff-supervised-small", Scale.Smoke, 7);

    /// <inheritdoc/>
    public ConfiguredRecipe Resolve(StartRun request)
    {
        var recipe = RecipeCatalog.Get(request.Recipe, request.Scale);
        return recipe with { Settings = recipe.Settings with { Seed = request.Seed ?? recipe.Seed, Epochs = 60 } };
    }

    /// <summary>Takes every recipe.</summary>
    public void Check(ConfiguredRecipe recipe)
    {
    }
}
