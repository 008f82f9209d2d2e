using Bunit;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.Drawing;
using ForwardForward.Web.ViewModels.Drawing;

namespace ForwardForward.Web.Tests.Components;

public sealed class LayerBarsTests : ComponentTest<LayerBars>
{
    [Fact]
    public void EveryLayerHasABarForEveryLabelAndItsBestStandsOut()
    {
        var bars = Bars(LayerGoodness.Of(Samples.Classification(7), Samples.Run().Layers));

        Assert.Equal(["Label", "layer 1*", "layer 2", "layer 3"], bars.FindAll("thead th").Select(heading => heading.TextContent));
        Assert.Equal(30, bars.FindAll(".bar").Count);
        Assert.Equal(["2.60", "2.60", "2.60"], bars.FindAll(".best .figure").Select(figure => figure.TextContent));
        Assert.Contains("does not count", bars.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutLayersThereIsNothing() => Assert.Empty(Bars([]).FindAll("tbody tr"));

    [Fact]
    public void WhatIsNoNumberIsADash()
    {
        var answer = Samples.Classification(7) with { Layers = [.. Enumerable.Repeat(Enumerable.Repeat(float.NaN, 10).ToArray(), 3)] };

        Assert.DoesNotContain("NaN", Bars(LayerGoodness.Of(answer, Samples.Run().Layers)).Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<LayerBars> Bars(IReadOnlyList<LayerGoodness> layers) => Render<LayerBars>(parameters => parameters.Add(one => one.Layers, layers));
}
