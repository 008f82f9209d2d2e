using System.Text.Json;
using System.Text.Json.Nodes;

namespace ForwardForward.Recipes.Tests.Recipes;

/// <summary>Runs, checkpoints and files of the program's first version are read, for ever: the samples are what it wrote.</summary>
public sealed class FirstRecipeFormTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Stored", "first-form.jsonl"));

    public static TheoryData<string> Ids => [.. RecipeCatalog.Ids];

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryRecipeOfThenIsTheOneOfToday(string id)
    {
        var stored = Lines.Select(RecipeJson.Read).Where(recipe => recipe.Id == id).ToList();

        Assert.Equal(Enum.GetValues<Scale>(), stored.Select(recipe => recipe.Scale));
        Assert.All(stored, recipe =>
        {
            Assert.Equal(RecipeJson.Write(RecipeCatalog.Get(id, recipe.Scale)), RecipeJson.Write(recipe));
            Assert.Equal(RecipeCatalog.Get(id, recipe.Scale).DataSet, recipe.DataSet);
        });
    }

    [Fact]
    public void ChangedSettingsAndSeedAreKept()
    {
        var stored = First(json =>
        {
            json["seed"] = ulong.MaxValue;
            json["trainer"]!["learningRate"] = 0.025;
            json["schedule"] = new JsonObject { ["epochs"] = 7, ["name"] = "constant" };
            json["evaluation"] = new JsonObject { ["everyEpochs"] = 3, ["goodnessEveryEpochs"] = 4 };
            json["data"]!["trainCount"] = 1234;
        });
        var (recipe, settings) = (RecipeJson.Read(stored), ((JsonObject)JsonNode.Parse(RecipeJson.Write(RecipeJson.Read(stored)))!)["settings"]!);

        Assert.Equal((ulong.MaxValue, 7, 0.025f, 1234, 3, 4), (recipe.Seed, recipe.Settings.Epochs, recipe.Settings.LearningRate, recipe.Settings.TrainImages, recipe.Settings.ValidateEvery, recipe.Settings.CountThoroughlyEvery));
        Assert.Equal("constant", (string?)settings["schedule"]);
    }

    /// <summary>What was written before a setting existed has the value that the trainer then worked with.</summary>
    [Fact]
    public void ASettingThatIsNotThereHasItsDefault() =>
        Assert.Contains("\"inputDropout\":0,", RecipeJson.Write(RecipeJson.Read(First(json => ((JsonObject)json["trainer"]!).Remove("inputDropout")))), StringComparison.Ordinal);

    [Fact]
    public void ARecipeThatIsGoneKeepsItsSettings()
    {
        var recipe = RecipeJson.Read(First(json => json["id"] = "ff-gone"));
        var written = RecipeJson.Write(recipe);

        Assert.Equal(("ff-gone", "ff-gone", 100, 1u), (recipe.Id, recipe.Title, recipe.Settings.BatchSize * 5, recipe.Seed));
        Assert.Equal("hard-labels", (string?)JsonNode.Parse(written)!["settings"]!["negatives"]);
        Assert.Equal(written, RecipeJson.Write(RecipeJson.Read(written)));
    }

    [Theory]
    [InlineData("trainer", "7")]
    [InlineData("data", "null")]
    [InlineData("schedule", "[]")]
    [InlineData("id", "1")]
    [InlineData("scale", "\"huge\"")]
    [InlineData("seed", "-1")]
    public void NonsenseIsRefused(string part, string json) =>
        Assert.Throws<JsonException>(() => RecipeJson.Read(First(stored => stored[part] = JsonNode.Parse(json))));

    private static string First(Action<JsonObject> change)
    {
        var stored = (JsonObject)JsonNode.Parse(Lines[0])!;
        change(stored);
        return stored.ToJsonString();
    }
}
