using Bunit;
using ForwardForward.Frames;
using ForwardForward.Testing;
using ForwardForward.Web.Lab.Frames;
using ForwardForward.Web.Tests.Components;

namespace ForwardForward.Web.Tests.Lab.Frames;

public sealed class SeriesFrameViewTests : ComponentTest<SeriesFrameView>
{
    [Fact]
    public void TheSameFiguresStandInATable()
    {
        var view = View(FrameSamples.Settling());
        Assert.Equal(8, view.FindAll("tbody tr").Count);
        Assert.Equal("label 2", view.FindAll("thead th")[6].TextContent);
        Assert.Contains("label 7, label 2 over iteration", view.Find("figure").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public void AGapStaysAGap()
    {
        var model = PlotModel.Of(new SeriesFrame(0, "sweep", [1, 2], [new("energy", [float.NaN, 3])]));
        Assert.Equal([null, 3], model.Lines[0].Y);
        Assert.Equal("plain-1", model.Lines[0].Role);
    }

    private IRenderedComponent<SeriesFrameView> View(SeriesFrame frame) => Render<SeriesFrameView>(parameters => parameters.Add(one => one.Frame, frame).Add(one => one.Label, "Settling"));
}
