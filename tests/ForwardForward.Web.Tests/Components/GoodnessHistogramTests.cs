using Bunit;
using ForwardForward.Web.Components.Layers;

namespace ForwardForward.Web.Tests.Components;

public sealed class GoodnessHistogramTests : ComponentTest<GoodnessHistogram>
{
    [Fact]
    public void TheFullestBinFillsTheHeightAndTheThresholdIsMarked()
    {
        var histogram = Of([1.5f, 1.5f, 1.5f, 0.5f], [0.5f, 0.1f], 1);

        // Three of four positive rows, one of two negative ones.
        Assert.Equal("20", histogram.FindAll("rect.positive").Single(bar => bar.GetAttribute("x") == "30").GetAttribute("height"));
        Assert.Equal("13.33", histogram.FindAll("rect.negative").Single(bar => bar.GetAttribute("x") == "10").GetAttribute("height"));
        Assert.Equal("M20 0V20", histogram.Find(".mark").GetAttribute("d"));
        Assert.Contains("threshold 1.00", histogram.Find("svg").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public void WherePositiveDataIsQuietTheAxisLiesBelowZero()
    {
        var histogram = Of([-0.5f], [-1.5f], -1);

        Assert.Equal(["-2.00", "0"], histogram.FindAll("figcaption span").Select(end => end.TextContent.Replace('−', '-')));
        Assert.Equal("30", histogram.FindAll("rect.positive").Single(bar => bar.GetAttribute("height") == "20").GetAttribute("x"));
        Assert.Equal("10", histogram.FindAll("rect.negative").Single(bar => bar.GetAttribute("height") == "20").GetAttribute("x"));
        Assert.Equal("M20 0V20", histogram.Find(".mark").GetAttribute("d"));
    }

    [Fact]
    public void WithoutThresholdThereIsNoMark() => Assert.Empty(Of([1], [1], 0).FindAll(".mark"));

    [Fact]
    public void WithoutRowsThereIsNothingButTheAxis() => Assert.All(Of([], [float.NaN], 1).FindAll("rect"), bar => Assert.Equal("0", bar.GetAttribute("height")));

    private IRenderedComponent<GoodnessHistogram> Of(float[] positive, float[] negative, double threshold) =>
        Render<GoodnessHistogram>(parameters => parameters.Add(one => one.Positive, positive).Add(one => one.Negative, negative).Add(one => one.Threshold, threshold));
}
