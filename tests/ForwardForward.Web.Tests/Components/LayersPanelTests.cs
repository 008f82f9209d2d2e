using Bunit;
using ForwardForward.Learning.Readings;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.Layers;

namespace ForwardForward.Web.Tests.Components;

public sealed class LayersPanelTests : ComponentTest<LayersPanel>
{
    private static readonly LayerStatistics Statistics = new([150, 120], [60, 40], 0.34f, 3, 1, 0.0412f);

    [Fact]
    public void WithoutARunItInvites() => Assert.Contains("Start a run", Panel(null).Find(".empty").TextContent, StringComparison.Ordinal);

    [Fact]
    public void WhileTheNetworkIsBeingMadeItSaysSo() => Assert.Contains("when the network is made", Panel(AddRun(change: run => run with { Layers = [] }).Snapshot).Find(".empty").TextContent, StringComparison.Ordinal);

    [Theory]
    [InlineData(RunState.Running, "still to come")]
    [InlineData(RunState.Completed, "Resume or fork")]
    public void WithoutStatisticsItSaysWhy(RunState state, string words) => Assert.Contains(words, Panel(AddRun(state).Snapshot).Find(".empty").TextContent, StringComparison.Ordinal);

    [Fact]
    public void AShippedNetworkIsNotSaidToGoOn() => Assert.Contains("ships with the program", Panel(AddRun(RunState.Completed, run => run with { IsReadOnly = true }).Snapshot).Find(".empty").TextContent, StringComparison.Ordinal);

    [Fact]
    public void EveryLayerShowsItsFiguresAndFollowsTheRun()
    {
        var run = AddRun();
        run.Statistics = Statistics;
        var panel = Panel(run.Snapshot);

        panel.WaitForAssertion(() => Assert.Equal(3, panel.FindAll("article").Count));
        Assert.Equal(["100", "34\u00a0%", "3", "1", "0.0412"], panel.FindAll("article:first-child dd").Select(figure => figure.TextContent));
        Assert.Equal(3, panel.FindAll("svg").Count);

        run.Statistics = Statistics with { DeadUnits = 9 };
        panel.WaitForAssertion(() => Assert.Equal("9", panel.FindAll("article:first-child dd")[2].TextContent));
    }

    [Fact]
    public void LayersWithoutGoodnessHaveNoHistogram()
    {
        var run = AddRun();
        run.Statistics = Statistics with { PositiveGoodness = [], NegativeGoodness = [], WeightRms = float.NaN };
        var panel = Panel(run.Snapshot);

        panel.WaitForAssertion(() => Assert.Equal(3, panel.FindAll("article").Count));
        Assert.Empty(panel.FindAll("svg"));
        Assert.DoesNotContain("NaN", panel.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<LayersPanel> Panel(RunSnapshot? run) => Render<LayersPanel>(parameters => parameters.Add(one => one.Run, run));
}
