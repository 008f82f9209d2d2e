using ForwardForward.Recipes;
using ForwardForward.Recipes.Settings;
using ForwardForward.Web.Endpoints.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ForwardForward.Web.Endpoints;

/// <summary>The recipes and what can be changed about them.</summary>
public static class RecipeEndpoints
{
    /// <summary>Adds <c>GET /api/recipes</c>.</summary>
    public static void MapRecipes(this IEndpointRouteBuilder api) => api.MapGet("/recipes", List)
        .WithName("ListRecipes")
        .WithTags("Recipes")
        .WithSummary("Lists the recipes")
        .WithDescription("Every experiment that can be run, with its settings: name, explanation, range, unit and its value at each scale.");

    private static Ok<RecipeAnswer[]> List() => TypedResults.Ok(RecipeCatalog.Ids.Select(Describe).ToArray());

    private static RecipeAnswer Describe(string id)
    {
        var scales = Enum.GetValues<Scale>();
        var recipes = Array.ConvertAll(scales, scale => RecipeCatalog.Get(id, scale));
        var (first, info) = (recipes[0], recipes[0].Info);
        return new RecipeAnswer(id, info.Title, info.Summary, info.Paper?.Reference, scales, [.. RecipeSettings.Of(first).Select(setting => SettingAnswer.From(setting, recipes))]);
    }
}
