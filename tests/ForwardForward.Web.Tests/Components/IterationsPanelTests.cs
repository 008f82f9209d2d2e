using Bunit;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.Iterations;

namespace ForwardForward.Web.Tests.Components;

public sealed class IterationsPanelTests : ComponentTest<IterationsPanel>
{
    [Fact]
    public async Task ADigitOfTheBatchIsFollowed()
    {
        var panel = Panel(AddRun().Snapshot);
        await Eventually.TrueAsync(() => Browser.Calls("paint").Count > 0);

        panel.WaitForAssertion(() => Assert.Equal(10, panel.FindAll("polyline").Count));
        Assert.Contains("a 7", panel.Find(".digit figcaption").TextContent, StringComparison.Ordinal);
        Assert.Contains("over 8 iterations; 3 to 5 count", panel.Markup, StringComparison.Ordinal);
        Assert.Empty(panel.FindAll(".pages"));
    }

    [Fact]
    public async Task TestDigitsAreLeafedThrough()
    {
        var panel = Panel(AddRun(RunState.Completed).Snapshot);
        await Eventually.TrueAsync(() => Browser.Calls("paint").Count == 1);
        panel.FindAll("input[name=settling-digit]")[1].Change(true);
        panel.WaitForAssertion(() => Assert.Equal("0", panel.Find(".pages > span").TextContent));
        panel.FindAll(".pages button")[1].Click();

        panel.WaitForAssertion(() => Assert.Equal("1", panel.Find(".pages > span").TextContent));
        await Eventually.TrueAsync(() => Browser.Calls("paint").Count == 3);
        Assert.False(panel.FindAll(".pages button")[0].HasAttribute("disabled"));
    }

    [Fact]
    public void ARunWithoutWeightsSaysWhy()
    {
        Runs.Failure = new RunStateException("Run 'x' is queued and has no weights yet; they exist once it has begun to train.");
        var panel = Panel(AddRun(RunState.Completed).Snapshot);

        panel.WaitForAssertion(() => Assert.Contains("no weights yet", panel.Find("[role=alert]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void WithoutARunItWaits() => Assert.Contains("first digit", Panel(null).Find(".empty").TextContent, StringComparison.Ordinal);

    private IRenderedComponent<IterationsPanel> Panel(RunSnapshot? run) => Render<IterationsPanel>(parameters => parameters.Add(one => one.Run, run));
}
