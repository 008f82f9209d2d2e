using System.Text.Json.Nodes;
using ForwardForward.Recipes.Settings;

namespace ForwardForward.Recipes.Tests.Settings;

/// <summary>Every setting of every recipe at every scale, as written down once: a change of a recipe's numbers is a change of this file.</summary>
public sealed class GoldenSettingsTests
{
    [Fact]
    public void EveryRecipeHasItsNumbersAtEveryScale()
    {
        var expected = (JsonObject)JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Stored", "settings.json")))!;

        Assert.Equal(expected.Select(recipe => recipe.Key).Order(), RecipeCatalog.Ids.Order());
        foreach (var (id, scales) in expected)
        {
            foreach (var (scale, values) in (JsonObject)scales!)
            {
                var recipe = RecipeCatalog.Get(id, Enum.Parse<Scale>(scale));
                var actual = SettingSchema.Of(recipe.Settings).ToJson(recipe.Settings);
                (actual["data"], actual["seed"]) = (recipe.DataSet, recipe.Seed);
                Assert.Equal(Lines((JsonObject)values!), Lines(actual));
            }

            IEnumerable<string> Lines(JsonObject settings) => settings.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{id}: {one.Key} = {one.Value!.ToJsonString()}");
        }
    }
}
