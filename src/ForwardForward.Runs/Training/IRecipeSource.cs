using ForwardForward.Experiments;
using ForwardForward.Experiments.Settings;

namespace ForwardForward.Runs.Training;

/// <summary>Turns a request into the recipe that is run.</summary>
public interface IRecipeSource
{
    /// <summary>The recipe with scale, overrides and seed.</summary>
    /// <exception cref="RunRequestException">There is no such recipe, or an override is wrong.</exception>
    Recipe Resolve(StartRun request);

    /// <summary>Checks a recipe that came from outside: one of this program's, every setting in its range.</summary>
    /// <exception cref="RunRequestException">It is not.</exception>
    void Check(Recipe recipe);
}

/// <summary>The recipes of the catalog.</summary>
public sealed class CatalogRecipes : IRecipeSource
{
    /// <inheritdoc/>
    public Recipe Resolve(StartRun request)
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
            recipe = request.Overrides is { Count: > 0 } overrides ? RecipeSettings.Apply(recipe, overrides) : recipe;
            return request.Seed is { } seed ? recipe with { Seed = seed } : recipe;
        }
        catch (SettingException exception)
        {
            throw new RunRequestException(exception.Message);
        }
    }

    /// <inheritdoc/>
    public void Check(Recipe recipe)
    {
        if (!RecipeCatalog.Ids.Contains(recipe.Id))
        {
            throw new RunRequestException($"There is no recipe '{recipe.Id}'; there are {string.Join(", ", RecipeCatalog.Ids)}.");
        }

        try
        {
            RecipeSettings.Apply(recipe, RecipeSettings.Of(recipe).ToDictionary(setting => setting.Name, setting => setting.Read(recipe)));
        }
        catch (Exception exception) when (exception is SettingException or ArgumentException or NullReferenceException)
        {
            throw new RunRequestException($"The recipe '{recipe.Id}' cannot be run as it stands. {exception.Message}");
        }
    }
}
