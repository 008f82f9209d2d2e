using System.Text.Json;
using ForwardForward.Recipes;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.ViewModels.Starting;

namespace ForwardForward.Web.Tests.ViewModels;

public sealed class AgainTests
{
    private static readonly RecipeList Shelf = RecipeList.OfProduct();

    [Fact]
    public void ARunWithUsualSettingsAsksForNoOthers()
    {
        var request = Again.Of(RecipeCatalog.Get("ff-supervised-small", Scale.Quick) with { Seed = 9 }, Shelf);
        Assert.Equal(("ff-supervised-small", Scale.Quick, 9ul, null), (request.Recipe, request.Scale, request.Seed, request.Settings));
    }

    [Fact]
    public void ChangedSettingsAreAskedForAgain()
    {
        var recipe = RecipeCatalog.Get("ff-supervised-small", Scale.Quick);
        recipe = recipe with { Settings = recipe.Settings with { Epochs = 3, LearningRate = 0.03f } };
        var request = Again.Of(recipe, Shelf);

        Assert.Equal(["epochs", "learningRate"], request.Settings!.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(3, request.Settings["epochs"].GetInt32());
        Assert.Equal(JsonValueKind.Number, request.Settings["learningRate"].ValueKind);
    }

    [Fact]
    public void ARecipeThatIsGoneIsNamed() => Assert.Contains(
        "'ff-gone'",
        Assert.Throws<RunRequestException>(() => Again.Of(Samples.Recipe("ff-gone"), Shelf)).Message,
        StringComparison.Ordinal);
}
