using System.Text.Json;
using System.Text.Json.Nodes;
using ForwardForward.Recipes.Settings;
using ForwardForward.Testing.Runs;

namespace ForwardForward.Recipes.Tests.Settings;

/// <summary>A new hyper-parameter is one line, a property with its attribute, and its use: schema, JSON and checks have it from there, and so has the form (see the tests of the form).</summary>
public sealed class OneMoreSettingTests
{
    private static readonly ConfiguredRecipe Recipe = Samples.Recipe("one-more") with { Settings = new OneMoreSettings() };

    [Fact]
    public void TheSchemaHasIt()
    {
        var schema = SettingSchema.Of(Recipe.Settings);
        var setting = Assert.IsType<NumberSetting>(schema.Find("sleep"));

        Assert.Equal(("Sleep", "Share of the steps without negatives.", "of the steps", true, 0f, 0.5f), (setting.Title, setting.Explanation, setting.Unit, setting.IsMain, setting.Minimum, setting.Maximum));
        Assert.Contains("sum-of-squares", Assert.IsType<ChoiceSetting>(schema.Find("dream")).Choices);
        Assert.Equal("a list of 1 to 2 whole numbers from 1 to 9", schema.Find("depths")!.Values);
        Assert.Null(schema.Find("noSetting"));
        Assert.Equal(["epochs", "learningRate", "batchSize", "schedule", "sleep", "dream", "depths", "trainImages"], schema.All.Take(8).Select(one => one.Name));
    }

    [Fact]
    public void JsonHasIt()
    {
        var json = (JsonObject)JsonNode.Parse(RecipeJson.Write(Recipe))!["settings"]!;

        Assert.Equal((0.1f, "sum-of-squares", "[3]"), ((float)json["sleep"]!, (string?)json["dream"], json["depths"]!.ToJsonString()));
        var read = (OneMoreSettings)SettingSchema.Of(Recipe.Settings).Read(Recipe.Settings, new JsonObject { ["sleep"] = 0.25, ["dream"] = "negative-sum-of-squares", ["depths"] = new JsonArray(1, 2) });
        Assert.Equal((0.25f, "negative-sum-of-squares", 7), (read.Sleep, read.Dream.Name, read.NoSetting));
        Assert.Equal([1, 2], read.Depths);
    }

    [Theory]
    [InlineData("sleep=1", "sleep must be a number from 0 to 0.5; got 1.")]
    [InlineData("dream=loud", "dream must be one of ")]
    [InlineData("depths=1,2,3", "depths must be a list of 1 to 2 whole numbers from 1 to 9; got [1,2,3].")]
    [InlineData("sleep=0.45 epochs=5", "sleep must be at most 0.4 in fewer than 10 epochs.")]
    [InlineData("noSetting=1", "There is no setting 'noSetting'. There is: epochs, ")]
    [InlineData("jitter=1", "'jitter' means nothing to one-more. It has: epochs, ")]
    public void ChecksKnowIt(string assignments, string sentence) => Assert.StartsWith(
        sentence, Assert.Throws<SettingException>(() => RecipeSettings.ApplyText(Recipe, assignments.Split(' '))).Message, StringComparison.Ordinal);

    [Fact]
    public void AChangedCopyLeavesTheOriginal()
    {
        var changed = (OneMoreSettings)RecipeSettings.Apply(Recipe, new Dictionary<string, JsonElement> { ["sleep"] = JsonSerializer.SerializeToElement(0.3) }).Settings;

        Assert.Equal((0.3f, 0.1f), (changed.Sleep, ((OneMoreSettings)Recipe.Settings).Sleep));
    }
}
