using Bunit;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.Iterations;
using ForwardForward.Web.ViewModels;

namespace ForwardForward.Web.Tests.Components;

public sealed class IterationsChartTests : ComponentTest<IterationsChart>
{
    private static readonly LabelIterations Found = Samples.Iterations(Samples.Run(), 4);

    [Fact]
    public void TheTrueLabelAndItsBestRivalStandOut()
    {
        var chart = Chart(Found);

        Assert.Equal("7", chart.Find("b.true").TextContent);
        Assert.Equal("0", chart.Find("b.rival").TextContent);
        Assert.Equal(8, chart.FindAll("polyline.other").Count);
        Assert.Equal(8, chart.Find("polyline.true").GetAttribute("points")!.Split(' ').Length);
        Assert.Equal(["1", "8"], new[] { chart.FindAll(".axis li")[0].TextContent, chart.FindAll(".axis li")[^1].TextContent });
    }

    [Fact]
    public void EveryFigureStandsInATable()
    {
        var chart = Chart(Found);

        Assert.Equal(80, chart.FindAll("td").Count);
        Assert.Equal(10, chart.FindAll("tbody th").Count);
    }

    [Fact]
    public void LinesFillTheBoxAndTheScoredIterationsAreShaded()
    {
        var lines = SettlingLines.Of(Found);

        // The true label rises to the top, label 9 falls to the bottom; iterations 3 to 5 of 8, half a step to each side.
        Assert.Equal(0, lines.Lines.Single(line => line.Label == 7).End);
        Assert.Equal(SettlingLines.Height, lines.Lines.Single(line => line.Label == 9).End);
        Assert.Equal((-272.0, -80.0), (lines.Least, lines.Most));
        Assert.Equal(SettlingLines.Width * 1.5 / 7, lines.ScoredFrom, 6);
        Assert.Equal(SettlingLines.Width * 4.5 / 7, lines.ScoredTo, 6);
    }

    [Fact]
    public void WhatIsNoNumberIsLeftOut()
    {
        float[][] broken = [[.. Enumerable.Repeat(float.NaN, 10)], [.. Enumerable.Range(0, 10).Select(label => (float)label)]];
        var chart = Chart(Found with { Goodness = broken });

        Assert.DoesNotContain("NaN", chart.Markup, StringComparison.Ordinal);
        Assert.All(chart.FindAll("polyline"), line => Assert.DoesNotContain(" ", line.GetAttribute("points")!, StringComparison.Ordinal));
    }

    private IRenderedComponent<IterationsChart> Chart(LabelIterations found) => Render<IterationsChart>(parameters => parameters.Add(one => one.Found, found));
}
