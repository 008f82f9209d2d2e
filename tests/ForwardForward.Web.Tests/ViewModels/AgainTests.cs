using System.Text.Json;
using ForwardForward.Experiments;
using ForwardForward.Runs;
using ForwardForward.Web.ViewModels.Starting;

namespace ForwardForward.Web.Tests.ViewModels;

public sealed class AgainTests
{
    private static readonly RecipeShelf Shelf = RecipeShelf.OfProduct();

    [Fact]
    public void ARunWithUsualSettingsAsksForNoOthers()
    {
        var request = Again.Of(RecipeCatalog.Get("ff-supervised-small", Scale.Quick) with { Seed = 9 }, Shelf);
        Assert.Equal(("ff-supervised-small", Scale.Quick, 9ul, null), (request.Recipe, request.Scale, request.Seed, request.Overrides));
    }

    [Fact]
    public void ChangedSettingsAreAskedForAgain()
    {
        var recipe = RecipeCatalog.Get("ff-supervised-small", Scale.Quick);
        recipe = recipe with { Schedule = recipe.Schedule with { Epochs = 3 }, Trainer = recipe.Trainer with { LearningRate = 0.03f } };
        var request = Again.Of(recipe, Shelf);

        Assert.Equal(["epochs", "learningRate"], request.Overrides!.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(3, request.Overrides["epochs"].GetInt32());
        Assert.Equal(JsonValueKind.Number, request.Overrides["learningRate"].ValueKind);
    }

    [Fact]
    public void ARecipeThatIsGoneIsNamed() => Assert.Contains(
        "'ff-gone'",
        Assert.Throws<RunRequestException>(() => Again.Of(RecipeCatalog.Get("ff-supervised-small", Scale.Quick) with { Id = "ff-gone" }, Shelf)).Message,
        StringComparison.Ordinal);
}
