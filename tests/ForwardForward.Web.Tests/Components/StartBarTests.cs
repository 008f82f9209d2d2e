using Bunit;
using ForwardForward.Recipes;
using ForwardForward.Web.Components.Starting;
using ForwardForward.Web.ViewModels.Starting;

namespace ForwardForward.Web.Tests.Components;

public sealed class StartBarTests : ComponentTest<StartBar>
{
    [Fact]
    public void OneButtonStartsWhatTheLinkOffers()
    {
        var started = 0;
        var model = new StartFormModel(RecipeList.OfProduct());
        model.Choose(new RecipeLink("ff-unsupervised", Scale.Smoke, 42));
        var bar = Render<StartBar>(parameters => parameters.Add(one => one.Model, model).Add(one => one.OnStart, () => started++));

        Assert.Equal(("Unsupervised", "smoke scale · seed 42"), (bar.Find("h1").TextContent, bar.Find(".quiet").TextContent));
        bar.Find("button").Click();
        Assert.Equal(1, started);
    }
}
