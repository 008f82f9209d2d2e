using Bunit;
using ForwardForward.Web.Lab.Frames;
using ForwardForward.Web.Tests.Components;

namespace ForwardForward.Web.Tests.Lab.Frames;

public sealed class ColourLegendTests : ComponentTest<ColourLegend>
{
    [Fact]
    public void TheEndsAreSaidInWordsToo()
    {
        var legend = Render<ColourLegend>(parameters => parameters.Add(one => one.Ramp, "signed").Add(one => one.Low, "−2").Add(one => one.High, "+2").Add(one => one.Text, "weights"));
        Assert.Equal("Colours: from −2 (vermilion) to +2 (teal), weights", legend.Find("p").GetAttribute("aria-label"));
        Assert.NotNull(legend.Find(".ramp.signed"));
    }
}
