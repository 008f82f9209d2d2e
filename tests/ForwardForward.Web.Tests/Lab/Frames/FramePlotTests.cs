using Bunit;
using ForwardForward.Testing;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Lab.Frames;
using ForwardForward.Web.Tests.Components;

namespace ForwardForward.Web.Tests.Lab.Frames;

public sealed class FramePlotTests : ComponentTest<FramePlot>
{
    private static readonly PlotModel Model = PlotModel.Of(FrameSamples.Settling());

    [Fact]
    public async Task AModelIsDrawnOnceAndAnotherOneAgain()
    {
        var plot = Plot(Model);
        await Eventually.TrueAsync(() => Browser.Calls("draw").Count == 1);
        plot.Render(parameters => parameters.Add(one => one.Label, "Other words"));
        plot.Render(parameters => parameters.Add(one => one.Model, PlotModel.Of(FrameSamples.Goodness())));

        await Eventually.TrueAsync(() => Browser.Calls("draw").Count == 2);
        Assert.Equal("bars", ((PlotModel)Browser.Calls("draw")[1][1]!).Kind);
    }

    [Fact]
    public void LinesThatStandBackShareOneKey()
    {
        var keys = Plot(Model).FindAll(".keys li").Select(key => key.TextContent);
        Assert.Equal(["label 7", "label 2", "the others", "counted"], keys);
    }

    [Fact]
    public async Task WhoLeavesTakesTheChartAlong()
    {
        var plot = Plot(Model);
        await Eventually.TrueAsync(() => Browser.Calls("draw").Count == 1);
        await plot.Instance.DisposeAsync();
        Assert.Single(Browser.Calls("detach"));
    }

    private IRenderedComponent<FramePlot> Plot(PlotModel model) =>
        Render<FramePlot>(parameters => parameters.Add(one => one.Model, model).Add(one => one.Label, "Settling").Add(one => one.BandName, "counted"));
}
