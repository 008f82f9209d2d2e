using ForwardForward.Recipes;
using ForwardForward.Recipes.Settings;

namespace ForwardForward.Runs.Training;

/// <summary>Turns a request into the recipe that is run.</summary>
public interface IRecipeSource
{
    /// <summary>The recipe with scale, settings and seed.</summary>
    /// <exception cref="RunRequestException">There is no such recipe, or a setting is wrong.</exception>
    ConfiguredRecipe Resolve(StartRun request);

    /// <summary>Checks a recipe that came from outside: one of this program's, every setting in its range.</summary>
    /// <exception cref="RunRequestException">It is not.</exception>
    void Check(ConfiguredRecipe recipe);
}

/// <summary>The recipes of the catalog.</summary>
public sealed class CatalogRecipes : IRecipeSource
{
    /// <inheritdoc/>
    public ConfiguredRecipe Resolve(StartRun request)
    {
        if (!RecipeCatalog.Ids.Contains(request.Recipe))
        {
            throw new RunRequestException($"There is no recipe '{request.Recipe}'; there are {string.Join(", ", RecipeCatalog.Ids)}.");
        }

        if (!Enum.IsDefined(request.Scale))
        {
            throw new RunRequestException($"There is no scale '{request.Scale}'; there are {string.Join(", ", Enum.GetNames<Scale>())}.");
        }

        try
        {
            var recipe = RecipeCatalog.Get(request.Recipe, request.Scale);
            recipe = request.Settings is { Count: > 0 } settings ? RecipeSettings.Apply(recipe, settings) : recipe;
            return request.Seed is { } seed ? recipe with { Seed = seed } : recipe;
        }
        catch (SettingException exception)
        {
            throw new RunRequestException(exception.Message);
        }
    }

    /// <inheritdoc/>
    public void Check(ConfiguredRecipe recipe)
    {
        if (!RecipeCatalog.Ids.Contains(recipe.Id))
        {
            throw new RunRequestException($"There is no recipe '{recipe.Id}'; there are {string.Join(", ", RecipeCatalog.Ids)}.");
        }

        if (RecipeCatalog.Get(recipe.Id).Defaults.GetType() != recipe.Settings.GetType())
        {
            throw new RunRequestException($"The recipe '{recipe.Id}' cannot be run as it stands. Its settings are those of another trainer.");
        }

        try
        {
            RecipeSettings.Apply(recipe, RecipeSettings.Of(recipe).ToDictionary(setting => setting.Name, setting => setting.Read(recipe.Settings)));
        }
        catch (SettingException exception)
        {
            throw new RunRequestException($"The recipe '{recipe.Id}' cannot be run as it stands. {exception.Message}");
        }
    }
}
