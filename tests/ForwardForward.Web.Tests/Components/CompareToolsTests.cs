using Bunit;
using ForwardForward.Runs;
using ForwardForward.Web.Components.Comparing;
using ForwardForward.Web.ViewModels.Comparing;

namespace ForwardForward.Web.Tests.Components;

public sealed class CompareToolsTests : ComponentTest<CompareTools>
{
    private CompareView? _asked;

    [Fact]
    public void MetricsComeInGroups()
    {
        var tools = Tools(new CompareView(["a", "b"]), MetricNames.ValidationGoodness);

        Assert.Equal(["Errors", "Layers", "Training"], tools.FindAll("optgroup").Select(group => group.GetAttribute("label")));
        Assert.Single(tools.FindAll("select"));
        Assert.True(tools.Find(".tick input").HasAttribute("checked"));
        tools.Find("select").Change(MetricNames.HeadLoss);
        Assert.Equal(MetricNames.HeadLoss, _asked!.Metric);
    }

    [Fact]
    public void AMetricOfLayersAsksForTheLayer()
    {
        var tools = Tools(new CompareView(["a", "b"], MetricNames.PairwiseError, 1), MetricNames.PairwiseError);
        Assert.Equal("2", tools.FindAll("select")[1].QuerySelector("option[selected]")!.TextContent);
        tools.FindAll("select")[1].Change("2");

        Assert.Equal((MetricNames.PairwiseError, 2), (_asked!.Metric, _asked.Layer));
    }

    [Fact]
    public void TheAxisIsTurnedLogarithmicAndBack()
    {
        Tools(new CompareView(["a", "b"]), MetricNames.ValidationGoodness).Find(".tick input").Change(false);
        Assert.False(_asked!.Logarithmic);
        Tools(new CompareView(["a", "b"], Logarithmic: false), MetricNames.ValidationGoodness).Find(".tick input").Change(true);
        Assert.True(_asked!.Logarithmic);
    }

    [Theory]
    [InlineData(null, 1, "batches")]
    [InlineData("batches", 2, "time")]
    [InlineData("time", 0, null)]
    public void TheHorizontalAxisCountsEpochsBatchesOrTime(string? before, int press, string? after)
    {
        var tools = Tools(new CompareView(["a", "b"], Axis: before), MetricNames.ValidationGoodness);
        Assert.Equal(before ?? "epochs", tools.Find(".segments input[checked] + span").TextContent);
        tools.FindAll(".segments input")[press].Change(true);

        Assert.Equal(after, _asked!.Axis);
    }

    private IRenderedComponent<CompareTools> Tools(CompareView view, string metric) => Render<CompareTools>(parameters => parameters
        .Add(one => one.View, view).Add(one => one.Metric, CompareMetric.All.Single(one => one.Name == metric)).Add(one => one.Metrics, CompareMetric.All).Add(one => one.Layers, 3).Add(one => one.OnView, asked => _asked = asked));
}
