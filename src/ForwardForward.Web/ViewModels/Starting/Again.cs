using System.Text.Json;
using ForwardForward.Experiments;
using ForwardForward.Runs;

namespace ForwardForward.Web.ViewModels.Starting;

/// <summary>A run once more from its first batch: the same recipe, scale, seed and settings.</summary>
public static class Again
{
    /// <summary>The request.</summary>
    /// <exception cref="RunRequestException">The recipe does not exist any more.</exception>
    public static StartRun Of(Recipe recipe, RecipeShelf shelf)
    {
        if (!shelf.Ids.Contains(recipe.Id))
        {
            throw new RunRequestException($"The recipe '{recipe.Id}' of this run does not exist any more. There is: {string.Join(", ", shelf.Ids)}.");
        }

        var usual = shelf.Get(recipe.Id, recipe.Scale);
        var changed = shelf.SettingsOf(recipe)
            .Where(setting => !JsonElement.DeepEquals(setting.Read(recipe), setting.Read(usual)))
            .ToDictionary(setting => setting.Name, setting => setting.Read(recipe));
        return new StartRun(recipe.Id, recipe.Scale, recipe.Seed, changed.Count > 0 ? changed : null);
    }
}
