using ForwardForward.Experiments;

namespace ForwardForward.Cli.Tests;

public sealed class RecipesCommandTests
{
    [Fact]
    public async Task ListHasEveryRecipeWithThePapersFigure()
    {
        var run = await Run.Of("recipes");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.All(RecipeCatalog.Ids, id => Assert.Contains(run.Lines, line => line.StartsWith(id + " ", StringComparison.Ordinal)));
        Assert.Contains("Paper, section 3.3, test error 1.36 %", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task JsonIsARecipeALine()
    {
        var run = await Run.Of("recipes", "--json");

        var recipes = run.Lines.Select(RecipeJson.Read).Select(recipe => (recipe.Id, recipe.Scale));
        Assert.Equal(RecipeCatalog.Ids.SelectMany(id => Enum.GetValues<Scale>().Select(scale => (id, scale))), recipes);
    }
}
