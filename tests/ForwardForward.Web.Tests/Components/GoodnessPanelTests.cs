using Bunit;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.Curves;
using ForwardForward.Web.ViewModels.Curves;

namespace ForwardForward.Web.Tests.Components;

public sealed class GoodnessPanelTests : ComponentTest<GoodnessPanel>
{
    [Fact]
    public void WithoutARunItInvites() => Assert.Contains("Start a run", Panel(null).Find(".empty").TextContent, StringComparison.Ordinal);

    [Fact]
    public void WhileTheNetworkIsBeingMadeItSaysWhatIsBeingDone() =>
        Assert.Contains("loading MNIST, 40 %", Panel(Samples.Run() with { Layers = [], Activity = "loading MNIST", ActivityProgress = 0.4 }).Find(".empty").TextContent, StringComparison.Ordinal);

    [Fact]
    public void ALiveRunHasAChartForEveryLayer() => Assert.Equal(["Layer 1", "Layer 2", "Layer 3"], Panel(Samples.Run()).FindAll("h3").Select(name => name.TextContent));

    [Fact]
    public void LayersWithoutGoodnessHaveNoEmptyCharts()
    {
        var panel = Panel(SoftmaxOnly(Samples.Run()));

        Assert.Empty(panel.FindAll("figure"));
        Assert.Contains("no goodness of their own", panel.Find(".empty").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<GoodnessPanel> Panel(RunSnapshot? run) =>
        Render<GoodnessPanel>(parameters => parameters.Add(one => one.Run, run).Add(one => one.History, new MetricHistory()));
}
