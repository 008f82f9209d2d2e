using Bunit;
using ForwardForward.Frames;
using ForwardForward.Testing;
using ForwardForward.Web.Lab.Frames;
using ForwardForward.Web.Tests.Components;

namespace ForwardForward.Web.Tests.Lab.Frames;

public sealed class HistogramFrameViewTests : ComponentTest<HistogramFrameView>
{
    [Fact]
    public void EachDistributionIsSaidInWords()
    {
        var view = View(new HistogramFrame(0, "goodness", [new("positive", [1, 3, 5, float.NaN], DataRole.Positive), new("negative", [])]) { Threshold = 2 });
        Assert.Equal(["positive: 3 on average, 66.7\u00a0% above 2, 1 are no numbers", "negative: no number"], view.FindAll(".words li").Select(line => line.TextContent));
    }

    [Fact]
    public void BarsAddUpToAHundredPercent()
    {
        var model = PlotModel.Of(FrameSamples.Goodness());
        Assert.All(model.Lines, line => Assert.Equal(100, line.Y.Sum()!.Value, 1e-6));
        Assert.Equal(2, model.Mark);
    }

    private IRenderedComponent<HistogramFrameView> View(HistogramFrame frame) => Render<HistogramFrameView>(parameters => parameters.Add(one => one.Frame, frame).Add(one => one.Label, "Goodness"));
}
