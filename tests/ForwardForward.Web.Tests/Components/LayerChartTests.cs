using Bunit;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.Curves;
using ForwardForward.Web.ViewModels;
using ForwardForward.Web.ViewModels.Curves;

namespace ForwardForward.Web.Tests.Components;

public sealed class LayerChartTests : ComponentTest<LayerChart>
{
    [Fact]
    public void BeforeTheFirstBatchThereAreDashes() =>
        Assert.All(Chart(Samples.Run()).FindAll(".figures > span"), figure => Assert.EndsWith(Figures.None, figure.TextContent, StringComparison.Ordinal));

    [Fact]
    public void TheNewestFiguresArePerUnitAndTheThresholdIsMarked()
    {
        var run = AddRun();
        run.Publish(10, 0.02, 1, ("layer-2/positive-goodness", 130), ("layer-2/negative-goodness", 60), ("layer-2/pairwise-error", 0.12));
        var chart = Chart(run.Snapshot);

        Assert.Equal(["Positive 1.30", "Negative 0.60", "Pairwise error 12\u00a0%"], chart.FindAll(".figures > span").Select(figure => figure.TextContent));
        Assert.Contains("against the threshold 1.00", chart.Find("figure").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public void ALossWithoutThresholdHasNoMark()
    {
        var run = Samples.Run();
        var chart = Chart(run with { Layers = [.. run.Layers.Select(layer => layer with { Threshold = 0 })] });

        Assert.DoesNotContain("threshold", chart.Find("figure").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    private IRenderedComponent<LayerChart> Chart(RunSnapshot run) =>
        Render<LayerChart>(parameters => parameters.Add(one => one.Run, run).Add(one => one.History, new MetricHistory()).Add(one => one.Index, 1));
}
