using Bunit;
using ForwardForward.Learning.Readings;
using ForwardForward.Web.Components.Pictures;
using ForwardForward.Web.ViewModels;

namespace ForwardForward.Web.Tests.Components;

public sealed class GoodnessDotsTests : ComponentTest<GoodnessDots>
{
    [Fact]
    public void EveryLayerPutsBothExamplesAgainstItsThreshold()
    {
        var dots = Dots(100, [150], [50]);

        Assert.Equal(["0.50", "1.50"], dots.FindAll(".figure").Select(figure => figure.TextContent));
        Assert.Equal(["left:25%", "left:75%"], dots.FindAll(".dot").Select(dot => dot.GetAttribute("style")));
        Assert.Single(dots.FindAll(".mark"));
    }

    [Fact]
    public void WherePositiveDataIsQuietBetterIsStillFurtherRight()
    {
        var dots = Dots(-100, [-50], [-150]);

        Assert.Equal(["left:25%", "left:75%"], dots.FindAll(".dot").Select(dot => dot.GetAttribute("style")));
        Assert.Single(dots.FindAll(".mark"));
    }

    [Fact]
    public void WithoutAThresholdTheLargerOneIsTheEnd()
    {
        var dots = Dots(0, [150], [75]);

        Assert.Equal(["left:50%", "left:100%"], dots.FindAll(".dot").Select(dot => dot.GetAttribute("style")));
        Assert.Empty(dots.FindAll(".mark"));
    }

    [Fact]
    public void WhatIsNoNumberIsADash()
    {
        var dots = Dots(100, [float.NaN], [float.PositiveInfinity]);

        Assert.All(dots.FindAll(".figure"), figure => Assert.Equal(Figures.None, figure.TextContent));
        Assert.All(dots.FindAll(".dot"), dot => Assert.Equal("left:0%", dot.GetAttribute("style")));
    }

    private IRenderedComponent<GoodnessDots> Dots(float threshold, float[] positive, float[] negative) => Render<GoodnessDots>(parameters => parameters
        .Add(one => one.Layers, [new LayerDescription("layer 1", 100, threshold, 0, 0, 0)]).Add(one => one.Positive, positive).Add(one => one.Negative, negative));
}
