using Bunit;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.Drawing;
using ForwardForward.Web.Components.Live;

namespace ForwardForward.Web.Tests.Components;

public sealed class DrawingPadTests : ComponentTest<DrawingPad>
{
    // One stroke from the upper left to the lower right.
    private static readonly byte[] Stroke = [2, 0, 0, 64, 0, 64, 0, 192, 0, 192];

    [Fact]
    public void WithoutARunThePadSaysSo()
    {
        var pad = Pad(null);

        Assert.Contains("Start a run", pad.Find(".invitation").TextContent, StringComparison.Ordinal);
        Assert.False(pad.Find(".verdict").HasAttribute("data-verdict"));
    }

    [Fact]
    public void WhileTheNetworkIsBeingMadeItDoesNotAnswer() =>
        Assert.Contains("still being made", Pad(Samples.Run() with { Layers = [] }).Find(".says").TextContent, StringComparison.Ordinal);

    [Fact]
    public void AnEmptyPadGetsNoAnswer() => Assert.Contains("An empty pad gets no answer", Pad(AddRun().Snapshot).Find(".says").TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task ADrawingIsAnsweredAndItsPictureComesBack()
    {
        var pad = Pad(AddRun().Snapshot);
        var seen = await pad.InvokeAsync(() => pad.Instance.Draw(Stroke, 1));

        Assert.Equal(784, seen.Length);
        Assert.Equal("7", pad.Find(".verdict").GetAttribute("data-verdict"));
        Assert.Contains("by goodness; softmax gives it 91\u00a0%", pad.Find(".says").TextContent, StringComparison.Ordinal);
        Assert.Equal("Read as 7", pad.Find("[role=status]").TextContent);
        Assert.Empty(pad.FindAll(".invitation"));
    }

    [Fact]
    public async Task ANetworkWithSoftmaxOnlyAnswersBySoftmax()
    {
        Runs.Classify = _ => Samples.Classification(3) with { Goodness = [], Layers = [] };
        var pad = Pad(AddRun(change: SoftmaxOnly).Snapshot);
        Assert.DoesNotContain("goodness", pad.Find(".bars").TextContent, StringComparison.Ordinal);
        await pad.InvokeAsync(() => pad.Instance.Draw(Stroke, 1));

        Assert.Equal("3", pad.Find(".verdict").GetAttribute("data-verdict"));
        Assert.Contains("by softmax, with 91\u00a0%", pad.Find(".says").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("goodness", pad.Find(".bars").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhileTheRunLearnsTheSameDrawingIsAskedAboutAgain()
    {
        var pad = Pad(AddRun().Snapshot);
        await pad.InvokeAsync(() => pad.Instance.Draw(Stroke, 1));
        Runs.Classify = _ => Samples.Classification(2);

        pad.WaitForAssertion(() => Assert.Equal("2", pad.Find(".verdict").GetAttribute("data-verdict")));
    }

    [Fact]
    public async Task ClearingThePadTakesTheAnswerAway()
    {
        var pad = Pad(AddRun().Snapshot);
        await pad.InvokeAsync(() => pad.Instance.Draw(Stroke, 1));
        await pad.InvokeAsync(() => pad.Instance.Draw([], 0));

        Assert.False(pad.Find(".verdict").HasAttribute("data-verdict"));
        Assert.NotEmpty(pad.FindAll(".invitation"));
    }

    [Fact]
    public async Task ARunThatCannotAnswerSaysWhy()
    {
        var pad = Pad(AddRun(RunState.Stopped).Snapshot);
        Runs.Failure = new RunStateException("The weights of this run are gone.");
        await pad.InvokeAsync(() => pad.Instance.Draw(Stroke, 1));

        Assert.Contains("The weights of this run are gone.", pad.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABrokenDrawingIsRefusedInWords()
    {
        var pad = Pad(AddRun().Snapshot);
        await pad.InvokeAsync(() => pad.Instance.Draw([9, 0, 1], 1));

        Assert.Contains("in the middle of stroke 1", pad.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void FiguresOfSyntheticDigitsSaySo() => Assert.Contains("Synthetic digits", Pad(Samples.Run() with { IsSynthetic = true }).Markup, StringComparison.Ordinal);

    [Fact]
    public async Task KeysAndButtonsReachThePad()
    {
        var pad = Pad(AddRun().Snapshot);
        await Eventually.TrueAsync(() => Browser.Calls("pad").Count == 1);
        await pad.InvokeAsync(() => Keys.RaiseAsync(Shortcut.ClearPad));

        Assert.Single(Browser.Calls("clear"));
    }

    [Fact]
    public async Task ALostBrowserEndsItQuietly()
    {
        var pad = Pad(AddRun().Snapshot);
        await Eventually.TrueAsync(() => Browser.Calls("pad").Count == 1);
        Browser.IsGone = true;
        await pad.Instance.DisposeAsync();

        Assert.Empty(Browser.Calls("stop"));
    }

    private IRenderedComponent<DrawingPad> Pad(RunSnapshot? run) => Render<DrawingPad>(parameters => parameters.Add(one => one.Run, run));
}
