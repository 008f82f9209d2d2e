using ForwardForward.Recipes;
using ForwardForward.Recipes.Settings;

namespace ForwardForward.Web.ViewModels.Starting;

/// <summary>The recipes and settings that the form offers.</summary>
/// <param name="Ids">Recipes, in the order in which people should see them.</param>
/// <param name="Get">A recipe at a scale.</param>
/// <param name="Settings">The settings that matter to a recipe, in order.</param>
public sealed record RecipeList(IReadOnlyList<string> Ids, Func<string, Scale, ConfiguredRecipe> Get, Func<ConfiguredRecipe, IReadOnlyList<Setting>> Settings)
{
    /// <summary>Those of the product.</summary>
    public static RecipeList OfProduct() => new(RecipeCatalog.Ids, RecipeCatalog.Get, RecipeSettings.Of);
}
