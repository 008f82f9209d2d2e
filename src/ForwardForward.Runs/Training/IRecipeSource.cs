using ForwardForward.Experiments;
using ForwardForward.Experiments.Settings;

namespace ForwardForward.Runs.Training;

/// <summary>Turns a request into the recipe that is run.</summary>
public interface IRecipeSource
{
    /// <summary>The recipe with scale, overrides and seed.</summary>
    /// <exception cref="RunRequestException">There is no such recipe, or an override is wrong.</exception>
    Recipe Resolve(StartRun request);
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
}
