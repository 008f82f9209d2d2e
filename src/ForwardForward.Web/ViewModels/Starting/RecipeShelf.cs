using ForwardForward.Experiments;
using ForwardForward.Experiments.Settings;

namespace ForwardForward.Web.ViewModels.Starting;

/// <summary>The recipes and settings that the form offers.</summary>
/// <param name="Ids">Recipes, in the order in which people should see them.</param>
/// <param name="Get">A recipe at a scale.</param>
/// <param name="Settings">The settings that matter to a recipe, in order.</param>
public sealed record RecipeShelf(IReadOnlyList<string> Ids, Func<string, Scale, Recipe> Get, Func<Recipe, IReadOnlyList<Setting>> Settings)
{
    /// <summary>Those of the product.</summary>
    public static RecipeShelf OfProduct() => new(RecipeCatalog.Ids, RecipeCatalog.Get, RecipeSettings.Of);

    /// <summary>The settings that matter to a stored run's recipe; none where its trainer does not exist any more.</summary>
    public IReadOnlyList<Setting> SettingsOf(Recipe recipe)
    {
        try
        {
            return Settings(recipe);
        }
        catch (ArgumentException)
        {
            return [];
        }
    }

    /// <summary>Their names.</summary>
    public IReadOnlySet<string> NamesOf(Recipe recipe) => SettingsOf(recipe).Select(setting => setting.Name).ToHashSet(StringComparer.Ordinal);
}
