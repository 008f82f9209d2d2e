using System.Text.Json;
using ForwardForward.Recipes;
using ForwardForward.Runs;

namespace ForwardForward.Web.ViewModels.Starting;

/// <summary>A run once more from its first batch: the same recipe, scale, seed and settings.</summary>
public static class Again
{
    /// <summary>The request.</summary>
    /// <exception cref="RunRequestException">The recipe does not exist any more.</exception>
    public static StartRun Of(ConfiguredRecipe recipe, RecipeList shelf)
    {
        if (!shelf.Ids.Contains(recipe.Id))
        {
            throw new RunRequestException($"The recipe '{recipe.Id}' of this run does not exist any more. There is: {string.Join(", ", shelf.Ids)}.");
        }

        var usual = shelf.Get(recipe.Id, recipe.Scale);
        var changed = shelf.Settings(recipe)
            .Where(setting => !JsonElement.DeepEquals(setting.Read(recipe.Settings), setting.Read(usual.Settings)))
            .ToDictionary(setting => setting.Name, setting => setting.Read(recipe.Settings));
        return new StartRun(recipe.Id, recipe.Scale, recipe.Seed, changed.Count > 0 ? changed : null);
    }
}
