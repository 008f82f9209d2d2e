using Bunit;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.Drawing;
using ForwardForward.Web.Components.Live;
using ForwardForward.Web.Tests.Hosting;
using ForwardForward.Web.ViewModels.Drawing;
using Microsoft.Extensions.DependencyInjection;

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
    public async Task UndoIsPossibleAsLongAsThereIsSomethingToTakeBack()
    {
        var pad = Pad(AddRun().Snapshot);
        Assert.True(Button(pad, "Undo").HasAttribute("disabled"));
        await pad.InvokeAsync(() => pad.Instance.Draw([], 2));

        Assert.False(Button(pad, "Undo").HasAttribute("disabled"));
        Assert.True(Button(pad, "Clear").HasAttribute("disabled"));
        await Button(pad, "Undo").ClickAsync(new());
        Assert.Single(Browser.Calls("undo"));
    }

    [Fact]
    public async Task ATestDigitShowsItsTrueLabelAndWhetherItWasReadRightly()
    {
        var pad = Pad(AddRun().Snapshot);
        var digit = Runs.TestDigits.Digits[17];
        await pad.InvokeAsync(() => pad.Instance.Look(digit.Pixels, PadPicture.Test(17, 7), 1));
        Assert.Equal(["Test digit 17", "read rightly"], [pad.Find(".what").TextContent, pad.Find(".judged").TextContent]);
        Assert.Contains("truly a 7", pad.Find(".surface").GetAttribute("aria-label"), StringComparison.Ordinal);

        await pad.InvokeAsync(() => pad.Instance.Look(digit.Pixels, PadPicture.Test(13, 3), 1));
        Assert.Equal("read as 7", pad.Find(".judged.wrong").TextContent);
        await pad.InvokeAsync(() => pad.Instance.Draw(Stroke, 1));
        Assert.Empty(pad.FindAll(".shown"));
    }

    [Fact]
    public async Task APictureThatIsNoDigitIsRefusedInWords()
    {
        var pad = Pad(AddRun().Snapshot);
        await pad.InvokeAsync(() => pad.Instance.Draw(Stroke, 1));
        await pad.InvokeAsync(() => pad.Instance.Look(new byte[3], PadPicture.Test(1, 1), 1));

        Assert.Contains("28 x 28 pixels; this one has 3", pad.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("7", pad.Find(".verdict").GetAttribute("data-verdict"));
    }

    [Fact]
    public async Task AFileIsPreparedAsRestPreparesIt()
    {
        var pad = Pad(AddRun().Snapshot);
        var pixels = await pad.InvokeAsync(() => pad.Instance.Prepare("seven.jpg", new FakeFile(PictureFiles.JpegOfSeven)));

        Assert.Equal(Imaging.DigitPreparation.FromPicture(PictureFiles.JpegOfSeven), pixels);
        await pad.InvokeAsync(() => pad.Instance.Look(pixels!, new PadPicture("file", Name: "seven.jpg"), 1));
        Assert.Equal("seven.jpg", pad.Find(".what").TextContent);
        Assert.Empty(pad.FindAll(".judged"));
    }

    public static TheoryData<byte[], string> BadFiles { get; } = new()
    {
        { "GIF89a"u8.ToArray(), "neither a PNG nor a JPEG" },
        { PictureFiles.PngThatClaims(60_000, 60_000), "60000 x 60000" },
        { PictureFiles.EmptyPng(), "no ink" },
        { PictureFiles.JpegOfSeven[..200], "broken" },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task AFileThatCannotBeReadTakesNothingAway(byte[] file, string word)
    {
        var pad = Pad(AddRun().Snapshot);
        await pad.InvokeAsync(() => pad.Instance.Draw(Stroke, 1));
        Assert.Null(await pad.InvokeAsync(() => pad.Instance.Prepare("it.png", new FakeFile(file))));

        Assert.Contains(word, pad.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Contains("it.png", pad.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("7", pad.Find(".verdict").GetAttribute("data-verdict"));
        await pad.InvokeAsync(() => pad.Instance.Draw(Stroke, 1));
        Assert.Empty(pad.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task WhatIsWrongWithAFileIsStillSaidWhenTheRunIsAskedAgain()
    {
        var pad = Pad(AddRun().Snapshot);
        await pad.InvokeAsync(() => pad.Instance.Draw(Stroke, 1));
        await pad.InvokeAsync(() => pad.Instance.Prepare("it.png", new FakeFile([1, 2, 3])));
        Runs.Classify = _ => Samples.Classification(2);

        pad.WaitForAssertion(() => Assert.Equal("2", pad.Find(".verdict").GetAttribute("data-verdict")));
        Assert.Contains("it.png", pad.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileTooLargeIsRefusedBeforeItIsSent()
    {
        var pad = Pad(AddRun().Snapshot);
        var file = new FakeFile([], 12_345_678);
        Assert.Null(await pad.InvokeAsync(() => pad.Instance.Prepare("photo.jpg", file)));

        Assert.Contains("12.3 MB; a picture may have 10 MB", pad.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.False(file.WasRead);
    }

    [Fact]
    public async Task WhatIsDroppedAndIsNoFileIsRefusedInWords()
    {
        var pad = Pad(AddRun().Snapshot);
        await pad.InvokeAsync(pad.Instance.Refuse);

        Assert.Contains("no file", pad.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LayersAreShownOneByOneOnDemand()
    {
        var pad = Pad(AddRun().Snapshot);
        Assert.Empty(pad.FindAll(".layers-too"));
        await pad.InvokeAsync(() => pad.Instance.Draw(Stroke, 1));
        Assert.Empty(pad.FindComponents<LayerBars>());
        await pad.Find(".layers-too").TriggerEventAsync("ontoggle", EventArgs.Empty);

        Assert.Equal(3, pad.FindComponent<LayerBars>().Instance.Layers.Count);
    }

    [Fact]
    public async Task ADigitFromElsewhereOnThePageIsLaidOnThePad()
    {
        var pad = Pad(AddRun().Snapshot);
        await Eventually.TrueAsync(() => Browser.Calls("pad").Count == 1);
        await pad.InvokeAsync(() => Services.GetRequiredService<PadDesk>().ShowAsync(Runs.TestDigits.Digits[4]));

        Assert.Equal([Runs.TestDigits.Digits[4].Pixels, PadPicture.Test(4, 4)], Browser.Calls("show").Single());
        Assert.Single(Browser.Calls("reveal"));
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

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<DrawingPad> pad, string name) => pad.FindAll("button").First(button => button.TextContent.Trim() == name);

    private IRenderedComponent<DrawingPad> Pad(RunSnapshot? run) => Render<DrawingPad>(parameters => parameters.Add(one => one.Run, run));
}
