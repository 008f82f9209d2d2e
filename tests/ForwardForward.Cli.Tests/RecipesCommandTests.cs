using System.Text.Json.Nodes;
using ForwardForward.Recipes;

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
    public async Task SettingsAreAPage()
    {
        var run = await Run.Of("recipes", "--settings");

        Assert.Equal("# Settings", run.Lines[0]);
        Assert.Contains(run.Lines, line => line.StartsWith("| `labelStrength` | Label strength | ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task JsonIsARecipeALine()
    {
        var run = await Run.Of("recipes", "--json");

        var recipes = run.Lines.Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(
            RecipeCatalog.Ids.SelectMany(id => Enum.GetValues<Scale>().Select(scale => (id, scale.ToString().ToLowerInvariant()))),
            recipes.Select(recipe => ((string)recipe["recipe"]!, (string)recipe["scale"]!)));
        Assert.All(recipes, recipe => Assert.Equal(RecipeCatalog.Get((string)recipe["recipe"]!).Info.Title, (string?)recipe["title"]));
        Assert.All(recipes, recipe => Assert.NotNull(recipe["settings"]!["epochs"]));
    }
}
