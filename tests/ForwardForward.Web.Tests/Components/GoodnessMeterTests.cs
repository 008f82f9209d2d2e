using Bunit;
using ForwardForward.Web.Components.SlowMotion;
using ForwardForward.Web.ViewModels;

namespace ForwardForward.Web.Tests.Components;

public sealed class GoodnessMeterTests : ComponentTest<GoodnessMeter>
{
    [Fact]
    public void GoodnessIsHeldAgainstTheThreshold()
    {
        var meter = Meter(known: true, threshold: 1);
        Assert.Equal(("60", "M50 -1V11"), (meter.Find(".bar").GetAttribute("width"), meter.Find(".mark").GetAttribute("d")));
        Assert.EndsWith("1.20", meter.Find("p").TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsNotMeasuredYetIsNotShown()
    {
        var meter = Meter(known: false, threshold: 1);
        Assert.Equal("0", meter.Find(".bar").GetAttribute("width"));
        Assert.DoesNotContain("1.20", meter.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void ALossWithoutThresholdHasNoMarkAndAnUpdateHasItsOwn()
    {
        var meter = Meter(known: true, threshold: 0, after: 1.5);
        Assert.Empty(meter.FindAll(".mark"));
        Assert.EndsWith("1.20 → 1.50", meter.Find("p").TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal("M75 -4V14", meter.Find(".after").GetAttribute("d"));
    }

    [Fact]
    public void NoNumberIsADash()
    {
        var meter = Render<GoodnessMeter>(parameters => parameters.Add(one => one.Value, double.NaN).Add(one => one.Known, true));
        Assert.Contains(Figures.None, meter.Find("p").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<GoodnessMeter> Meter(bool known, double threshold, double? after = null) => Render<GoodnessMeter>(parameters => parameters
        .Add(one => one.Value, 1.2).Add(one => one.Known, known).Add(one => one.Threshold, threshold).Add(one => one.Full, 2).Add(one => one.After, after));
}
