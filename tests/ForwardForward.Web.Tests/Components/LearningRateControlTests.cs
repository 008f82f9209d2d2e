using Bunit;
using ForwardForward.Runs;
using ForwardForward.Web.Components.RunViews;

namespace ForwardForward.Web.Tests.Components;

public sealed class LearningRateControlTests : ComponentTest<LearningRateControl>
{
    [Fact]
    public void ALiveRunTakesANewFactor()
    {
        var control = Control(RunState.Running);
        control.Find("input").Input("20");
        Assert.Contains("10", control.Find("output").TextContent, StringComparison.Ordinal);
        Assert.Empty(Runs.Commands);

        control.Find("input").Change("20");
        Assert.Equal(["factor 10 k3v9x2m7q4ab"], Runs.Commands);
    }

    [Theory]
    [InlineData(RunState.Completed)]
    [InlineData(RunState.Failed)]
    [InlineData(RunState.Interrupted)]
    public void ARunThatIsNotAliveTakesNone(RunState state) => Assert.True(Control(state).Find("input").HasAttribute("disabled"));

    [Fact]
    public void ARefusalIsShownAndWhatWasChosenStays()
    {
        var control = Control(RunState.Paused);
        Runs.Failure = new RunStateException("It has just ended.");
        control.Find("input").Change("-20");

        Assert.Equal("It has just ended.", control.Find("[role=alert]").TextContent);
        Assert.Contains("0.1", control.Find("output").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<LearningRateControl> Control(RunState state) => Render<LearningRateControl>(parameters => parameters.Add(one => one.Run, AddRun(state).Snapshot));
}
