using System.Text.Json;
using ForwardForward.Web.Tests.Hosting;

namespace ForwardForward.Web.Tests.Api;

public sealed class RecipeTests(TestDashboard dashboard) : IClassFixture<TestDashboard>
{
    [Fact]
    public async Task Recipes_come_with_their_paper_and_their_scales()
    {
        var small = await RecipeAsync();

        Assert.Equal("3.3", small.GetProperty("paper").GetProperty("section").GetString());
        Assert.Equal(1.44, small.GetProperty("paper").GetProperty("testErrorPercent").GetDouble());
        Assert.Equal(["smoke", "quick", "paper"], small.GetProperty("scales").EnumerateArray().Select(scale => scale.GetString()));
    }

    [Fact]
    public async Task Settings_come_with_words_range_and_a_value_for_each_scale()
    {
        var settings = (await RecipeAsync()).GetProperty("settings").EnumerateArray().ToDictionary(setting => setting.GetProperty("name").GetString()!);

        Assert.Equal(("wholeNumber", 1, 10_000), Range(settings["epochs"]));
        Assert.Equal(("number", 0, 1), Range(settings["learningRate"]));
        Assert.Equal("layers", settings["hiddenUnits"].GetProperty("kind").GetString());
        Assert.Contains("relu", settings["activation"].GetProperty("choices").EnumerateArray().Select(choice => choice.GetString()));
        Assert.Equal(100, settings["epochs"].GetProperty("defaults").GetProperty("paper").GetInt32());
        Assert.All(settings.Values, setting =>
        {
            Assert.NotEmpty(setting.GetProperty("explanation").GetString()!);
            Assert.NotEmpty(setting.GetProperty("values").GetString()!);
            Assert.Equal(3, setting.GetProperty("defaults").EnumerateObject().Count());
        });
    }

    private static (string? Kind, double Minimum, double Maximum) Range(JsonElement setting) =>
        (setting.GetProperty("kind").GetString(), setting.GetProperty("minimum").GetDouble(), setting.GetProperty("maximum").GetDouble());

    private async Task<JsonElement> RecipeAsync() => (await (await dashboard.GetAsync("/api/recipes")).ReadJsonAsync())
        .EnumerateArray().Single(recipe => recipe.GetProperty("id").GetString() == "ff-supervised-small");
}
