using Bunit;
using ForwardForward.Web.Components.Starting;
using ForwardForward.Web.ViewModels.Starting;

namespace ForwardForward.Web.Tests.Components;

public sealed class RecipePickerTests : ComponentTest<RecipePicker>
{
    [Fact]
    public void ClosedItShowsTheChosenOneAndOpenAllWithAPictureEach()
    {
        string? chosen = null;
        var shelf = RecipeList.OfProduct();
        var picker = Render<RecipePicker>(parameters => parameters.Add(one => one.Model, new StartFormModel(shelf)).Add(one => one.OnChoose, id => chosen = id));
        Assert.Equal("Supervised, small", picker.Find("summary .name").TextContent);
        Assert.Empty(picker.FindAll(".card"));

        picker.Find("summary").Click();
        Assert.Equal(shelf.Ids.Count, picker.FindAll(".card .thumbnail").Count);
        picker.Find("input[value=ff-unsupervised]").Change("ff-unsupervised");
        Assert.Equal("ff-unsupervised", chosen);
    }
}
