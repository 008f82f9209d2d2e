using Bunit;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.Drawing;
using ForwardForward.Web.ViewModels;
using ForwardForward.Web.ViewModels.Drawing;

namespace ForwardForward.Web.Tests.Components;

public sealed class PredictionBarsTests : ComponentTest<PredictionBars>
{
    [Fact]
    public void WithoutAnAnswerEveryLabelWaits()
    {
        var bars = Bars(LabelBars.Empty);

        Assert.Contains("waiting", bars.Find("table").ClassName, StringComparison.Ordinal);
        Assert.Equal(10, bars.FindAll("tbody tr").Count);
        Assert.All(bars.FindAll(".figure"), figure => Assert.Equal(Figures.None, figure.TextContent));
    }

    [Fact]
    public void AnAnswerStandsOutInBothProcedures()
    {
        var bars = Bars(LabelBars.Of(Samples.Classification(7), Samples.Run().Layers));

        Assert.Equal("7", bars.Find("tr.verdict th").TextContent);
        Assert.Equal(["1.30", "91\u00a0%"], bars.FindAll("tr.verdict .figure").Select(figure => figure.TextContent));
        Assert.Equal(10, bars.FindAll(".threshold").Count);
    }

    [Fact]
    public void ANetworkWithSoftmaxOnlyHasNoBarsOfGoodness()
    {
        var bars = Bars(LabelBars.Of(Samples.Classification(7) with { Goodness = [], Layers = [] }, Samples.Run().Layers));

        Assert.Equal(["Label", "softmax"], bars.FindAll("thead th").Select(heading => heading.TextContent));
        Assert.Equal(10, bars.FindAll(".bar").Count);
        Assert.Empty(bars.FindAll(".threshold"));
    }

    [Fact]
    public void ANetworkWithGoodnessOnlyHasNoBarsOfSoftmax()
    {
        var bars = Bars(LabelBars.Of(Samples.Classification(7) with { Softmax = [] }, Samples.Run().Layers));

        Assert.Equal(["Label", "goodness per unit"], bars.FindAll("thead th").Select(heading => heading.TextContent));
        Assert.Empty(bars.FindAll(".softmax"));
    }

    [Fact]
    public void WhatIsNoNumberIsADash()
    {
        var bars = Bars(LabelBars.Of(Samples.Classification(7) with { Goodness = [.. Enumerable.Repeat(float.NaN, 10)] }, Samples.Run().Layers));

        Assert.DoesNotContain("NaN", bars.Markup, StringComparison.Ordinal);
        Assert.Equal(Figures.None, bars.Find(".goodness").TextContent);
    }

    private IRenderedComponent<PredictionBars> Bars(LabelBars bars) => Render<PredictionBars>(parameters => parameters.Add(one => one.Bars, bars));
}
