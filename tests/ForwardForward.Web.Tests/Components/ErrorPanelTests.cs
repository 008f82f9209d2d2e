using Bunit;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.Curves;
using ForwardForward.Web.ViewModels;
using ForwardForward.Web.ViewModels.Curves;

namespace ForwardForward.Web.Tests.Components;

public sealed class ErrorPanelTests : ComponentTest<ErrorPanel>
{
    [Fact]
    public void WithoutARunItSaysWhatWillStandHere() => Assert.Contains("after each epoch", Panel(null).Find(".empty").TextContent, StringComparison.Ordinal);

    [Fact]
    public void ALiveRunShowsItsValidationErrors()
    {
        var panel = Panel(Samples.Run());

        Assert.Equal(["4.21\u00a0%", "5.03\u00a0%"], panel.FindAll(".newest dd").Select(figure => figure.TextContent));
        Assert.Contains("by goodness and by softmax", panel.Find("figure").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public void BeforeTheFirstCountThereAreDashes() =>
        Assert.Equal([Figures.None, Figures.None], Panel(Samples.Run() with { Scores = RunScores.None }).FindAll(".newest dd").Select(figure => figure.TextContent));

    [Fact]
    public void ACompletedRunShowsItsTestErrorsToo() =>
        Assert.Equal(
            ["validation, goodness", "validation, softmax", "test, goodness", "test, softmax"],
            Panel(Samples.Run(state: RunState.Completed) with { Scores = Samples.Scores(1.4, 1.5, 1.44, 1.47) }).FindAll(".newest dt").Select(name => name.TextContent));

    [Fact]
    public void WhatANetworkHasNotIsLeftOut()
    {
        var panel = Panel(SoftmaxOnly(Samples.Run()));

        Assert.Equal(["8.75\u00a0%"], panel.FindAll(".newest dd").Select(figure => figure.TextContent));
        Assert.Equal(["softmax", "training batch"], panel.FindAll(".legend li").Select(line => line.TextContent));
        Assert.DoesNotContain("goodness", panel.Find("figure").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public void AMeasureOfTheRecipesOwnHasItsTitleItsUnitAndALine()
    {
        var panel = Panel(Samples.RunWithOwnMeasure());

        Assert.Equal("Scores", panel.Find("h2").TextContent);
        Assert.Equal(["validation, error by free energy", "test, error by free energy"], panel.FindAll(".newest dt").Select(name => name.TextContent));
        Assert.Equal(["5.20\u00a0%", "5.50\u00a0%"], panel.FindAll(".newest dd.by-goodness").Select(figure => figure.TextContent));
        Assert.Equal(["error by free energy"], panel.FindAll(".legend li").Select(line => line.TextContent));
        Assert.StartsWith("Validation error by free energy", panel.Find("figure").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatWasMeasuredUndeclaredIsShownByItsName()
    {
        var panel = Panel(SoftmaxOnly(Samples.Run()) is var run ? run with { Scores = run.Scores.With([new("validation/bits-per-character", 2.5)]) } : null);

        Assert.Equal(["validation, softmax", "validation, bits per character"], panel.FindAll(".newest dt").Select(name => name.TextContent));
        Assert.Equal(["8.75\u00a0%", "2.50"], panel.FindAll(".newest dd").Select(figure => figure.TextContent));
    }

    private IRenderedComponent<ErrorPanel> Panel(RunSnapshot? run) =>
        Render<ErrorPanel>(parameters => parameters.Add(one => one.Run, run).Add(one => one.History, new MetricHistory()));
}
