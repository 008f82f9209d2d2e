using Bunit;
using ForwardForward.Recipes;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.Starting;
using ForwardForward.Web.ViewModels.Starting;

namespace ForwardForward.Web.Tests.Components;

public sealed class StartFormTests : ComponentTest<StartForm>
{
    private readonly StartFormModel _model = new(RecipeList.OfProduct());

    [Fact]
    public void OneButtonStartsAQuickRun()
    {
        RunSnapshot? started = null;
        var form = Form(run => started = run);
        form.Find("form").Submit();

        form.WaitForAssertion(() => Assert.NotNull(started));
        Assert.Equal((RecipeList.OfProduct().Ids[0], Scale.Quick), (Runs.Requests.Single().Recipe, Runs.Requests.Single().Scale));
        Assert.Null(Runs.Requests.Single().Settings);
    }

    [Fact]
    public void ItsButtonStandsBackBesideAnotherOne()
    {
        Assert.Contains("primary", Form().Find("button[type=submit]").ClassName, StringComparison.Ordinal);
        var plain = Render<StartForm>(parameters => parameters.Add(one => one.Model, _model).Add(one => one.Plain, true));
        Assert.DoesNotContain("primary", plain.Find("button[type=submit]").ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public void AnImpossibleSeedCannotBeStarted()
    {
        var form = Form();
        form.Find("#seed").Input("minus one");

        Assert.Contains("'minus one'", form.Find("#seed-problem").TextContent, StringComparison.Ordinal);
        Assert.True(form.Find("button[type=submit]").HasAttribute("disabled"));
    }

    [Fact]
    public void AnImpossibleSettingCannotBeStartedAndIsCounted()
    {
        var form = Form();
        form.Find("#setting-epochs").Input("0");

        Assert.True(form.Find("button[type=submit]").HasAttribute("disabled"));
        Assert.Contains("1 to correct", form.Find(".more summary").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void AChangedSettingIsSentAlong()
    {
        var form = Form();
        form.Find("#setting-epochs").Input("3");
        form.Find("form").Submit();

        form.WaitForAssertion(() => Assert.Equal(3, Runs.Requests.Single().Settings!["epochs"].GetInt32()));
    }

    [Fact]
    public void ARefusalIsSaidAndNothingTypedIsLost()
    {
        Runs.Failure = new RunRequestException("The queue is full.");
        var form = Form();
        form.Find("#seed").Input("77");
        form.Find("form").Submit();

        form.WaitForAssertion(() => Assert.Contains("was not started. The queue is full.", form.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal("77", form.Find("#seed").GetAttribute("value"));
        Assert.False(form.Find("button[type=submit]").HasAttribute("disabled"));
    }

    private IRenderedComponent<StartForm> Form(Action<RunSnapshot>? started = null) =>
        Render<StartForm>(parameters => parameters.Add(one => one.Model, _model).Add(one => one.OnStarted, started ?? (_ => { })));
}
