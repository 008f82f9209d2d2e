using Bunit;
using ForwardForward.Learning.Readings;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.Pictures;

namespace ForwardForward.Web.Tests.Components;

public sealed class ReceptiveFieldPanelTests : ComponentTest<ReceptiveFieldPanel>
{
    [Fact]
    public void WithoutARunItSaysWhatWillStandHere() => Assert.Contains("begin as noise", Panel(null).Find(".empty").TextContent, StringComparison.Ordinal);

    [Fact]
    public void WhileTheNetworkIsBeingMadeItSaysSo() => Assert.Contains("when the network is made", Panel(Samples.Run() with { Layers = [] }).Find(".empty").TextContent, StringComparison.Ordinal);

    [Theory]
    [InlineData(1, "its weights have no picture")]
    [InlineData(7, "no layer 8; it has 3")]
    public void ALayerWithoutPictureSaysWhy(int layer, string words) => Assert.Contains(words, Panel(AddRun().Snapshot, layer).Find(".empty").TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task ALiveRunDrawsEveryNewFrame()
    {
        var run = AddRun();
        run.Publish(Samples.Fields(1, 10));
        var panel = Panel(run.Snapshot);
        await Eventually.TrueAsync(() => Browser.Calls("draw").Count == 1);
        run.Publish(Samples.Fields(2, 400));
        await Eventually.TrueAsync(() => Browser.Calls("draw").Count == 2);

        Assert.Equal(60 * 784, Assert.IsType<byte[]>(Browser.Calls("draw")[1][0]).Length);
        Assert.Equal("1–60 of 100", panel.Find(".pages > span").TextContent);
        panel.WaitForAssertion(() => Assert.Matches("^\\+0\\.\\d\\d$", panel.FindAll(".legend > span")[2].TextContent));
    }

    [Fact]
    public void ABrowserThatDoesNotAnswerAtFirstIsSaid()
    {
        Browser.Silence = new TaskCompletionSource();
        var panel = Panel(AddRun().Snapshot);
        Browser.Silence.SetCanceled(Xunit.TestContext.Current.CancellationToken);

        panel.WaitForAssertion(() => Assert.StartsWith("The browser did not answer", panel.Find("[role=alert]").TextContent.Trim(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task ARunThatHasEndedIsDrawnOnce()
    {
        var run = AddRun(RunState.Completed);
        run.Publish(Samples.Fields(1, 10));
        Panel(run.Snapshot);
        await Eventually.TrueAsync(() => Browser.Calls("draw").Count == 1);
    }

    [Fact]
    public async Task AnotherScaleIsDrawnAtOnce()
    {
        var run = AddRun(RunState.Completed);
        run.Publish(Samples.Fields(1, 10));
        var panel = Panel(run.Snapshot);
        await Eventually.TrueAsync(() => Browser.Calls("draw").Count == 1);
        panel.FindAll("input[name=field-smooth]")[1].Change(true);

        await Eventually.TrueAsync(() => Browser.Calls("draw").Count == 2);
        Assert.NotEqual((byte[])Browser.Calls("draw")[0][0]!, (byte[])Browser.Calls("draw")[1][0]!);
    }

    [Fact]
    public void APageThatStopsFollowingSaysSo()
    {
        var run = AddRun();
        Browser.Broken = "draw";
        run.Publish(Samples.Fields(1, 10));
        var panel = Panel(run.Snapshot);

        panel.WaitForAssertion(() => Assert.Contains("stopped following the run", panel.Find("[role=alert]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ALostBrowserEndsItQuietly()
    {
        var panel = Panel(AddRun().Snapshot);
        await Eventually.TrueAsync(() => Browser.Calls("mosaic").Count == 1);
        Browser.IsGone = true;
        await panel.Instance.DisposeAsync();

        Assert.Empty(panel.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task AUnitIsLookedAtCloselyAndFollowsTheRun()
    {
        var run = AddRun();
        run.Publish(Samples.Fields(1, 10));
        var panel = Panel(run.Snapshot);
        await Eventually.TrueAsync(() => Browser.Calls("draw").Count == 1);
        await panel.InvokeAsync(() => panel.Instance.Inspect(59, 3, 4));
        panel.WaitForAssertion(() => Assert.Equal("Unit 60", panel.Find(".unit h3").TextContent));
        await Eventually.TrueAsync(() => Browser.Calls("paint").Count == 1);

        run.Publish(Samples.Fields(2, 400));
        await Eventually.TrueAsync(() => Browser.Calls("paint").Count == 2);
        panel.FindAll(".unit button")[1].Click();
        panel.WaitForAssertion(() => Assert.Equal("Unit 1", panel.Find(".unit h3").TextContent));
        panel.FindAll(".unit button")[2].Click();
        panel.WaitForAssertion(() => Assert.Empty(panel.FindAll(".unit")));
        Assert.Equal([59, 0, -1], Browser.Calls("select").Select(call => call[0]));
    }

    [Fact]
    public async Task AUnitThatIsNotThereIsNotShown()
    {
        var run = AddRun();
        run.Publish(Samples.Fields(1, 10));
        var panel = Panel(run.Snapshot);
        await Eventually.TrueAsync(() => Browser.Calls("draw").Count == 1);
        await panel.InvokeAsync(() => panel.Instance.Inspect(60, 0, 0));

        Assert.Empty(panel.FindAll(".unit"));
    }

    [Fact]
    public async Task WhatExcitesUnitsIsAskedForAndStartsAtTheFirst()
    {
        var run = AddRun();
        run.Publish(Samples.Fields(1, 10));
        var panel = Panel(run.Snapshot);
        await Eventually.TrueAsync(() => Browser.Calls("draw").Count == 1);
        panel.FindAll("input[name=field-view]")[1].Change(true);

        await Eventually.TrueAsync(() => Runs.FieldRequests.LastOrDefault() == new FieldsRequest(0, 0, 60, FieldsView.Inputs));
        await Eventually.TrueAsync(() => Browser.Calls("draw").Count == 2);
        panel.WaitForAssertion(() => Assert.Empty(panel.FindAll("input[name=field-smooth]")));
    }

    [Fact]
    public async Task ALayerWhoseWeightsHaveNoPictureHasOneOfWhatExcitesIt()
    {
        var run = AddRun();
        run.Publish(Samples.Fields(1, 10));
        var panel = Panel(run.Snapshot, layer: 1);
        await Eventually.TrueAsync(() => Browser.Calls("mosaic").Count == 1);
        Assert.Contains("What excites its units has", panel.Find(".empty").TextContent, StringComparison.Ordinal);
        panel.FindAll("input[name=field-view]")[1].Change(true);

        await Eventually.TrueAsync(() => Browser.Calls("draw").Count >= 1);
    }

    [Fact]
    public async Task LocalFieldsLieOnTheirGridAndEachUnitCanBeLookedAt()
    {
        var run = AddRun(change: run => run with { Layers = [.. run.Layers.Select(layer => layer with { Units = 64, LabelPixels = 0, Grid = new FieldGrid(4, 4, 10, 6) })] });
        run.Publish(Samples.Fields(1, 10, 64) with { LabelPixels = 0 });
        var panel = Panel(run.Snapshot);
        await Eventually.TrueAsync(() => Browser.Calls("draw").Count == 1);
        var drawn = Browser.Calls("draw")[0];

        // Four channels of 4 x 4 fields of ten pixels, a line apart.
        Assert.Equal((4 * 43 * 43, 43, 43), (Assert.IsType<byte[]>(drawn[0]).Length, drawn[1], drawn[2]));
        await panel.InvokeAsync(() => panel.Instance.Inspect(2, 12, 35));
        panel.WaitForAssertion(() => Assert.Equal("Unit 46", panel.Find(".unit h3").TextContent));
        Assert.Equal([2], Browser.Calls("select").Select(call => call[0]));
    }

    [Fact]
    public async Task AnotherLayerIsAskedFor()
    {
        var asked = -1;
        var panel = Render<ReceptiveFieldPanel>(parameters => parameters.Add(one => one.Run, AddRun().Snapshot).Add(one => one.OnLayer, layer => asked = layer));
        await panel.FindAll("input[name=field-layer]")[2].ChangeAsync(true);

        Assert.Equal(2, asked);
    }

    private IRenderedComponent<ReceptiveFieldPanel> Panel(RunSnapshot? run, int layer = 0) =>
        Render<ReceptiveFieldPanel>(parameters => parameters.Add(one => one.Run, run).Add(one => one.Layer, layer));
}
