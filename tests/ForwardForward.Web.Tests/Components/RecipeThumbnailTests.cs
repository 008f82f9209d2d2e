using Bunit;
using ForwardForward.Recipes;
using ForwardForward.Web.Components.Starting;
using ForwardForward.Web.ViewModels.Starting;

namespace ForwardForward.Web.Tests.Components;

public sealed class RecipeThumbnailTests : ComponentTest<RecipeThumbnail>
{
    [Theory]
    [InlineData("ff-supervised-small", 3, 1)]
    [InlineData("ff-unsupervised", 4, 0)]
    [InlineData("ff-unsupervised-local", 16 + 9 + 4, 0)]
    public void EveryLayerIsDrawnAndTheLabelWhereThereIsOne(string recipe, int shapes, int labels)
    {
        var thumbnail = Thumbnail(recipe);
        Assert.Equal((shapes, labels), (thumbnail.FindAll(".unit").Count, thumbnail.FindAll(".label").Count));
    }

    [Fact]
    public void BackpropHasNeitherPositiveNorNegative() => Assert.Empty(Thumbnail("bp-mlp").FindAll(".positive, .negative"));

    [Fact]
    public void EveryRecipeHasOne() => Assert.All(RecipeList.OfProduct().Ids, id => Assert.NotEmpty(Thumbnail(id).FindAll(".unit")));

    private IRenderedComponent<RecipeThumbnail> Thumbnail(string id) => Render<RecipeThumbnail>(parameters => parameters.Add(one => one.Recipe, RecipeCatalog.Get(id, Scale.Quick)));
}
