using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using ForwardForward.Imaging;
using Microsoft.Playwright;

namespace ForwardForward.EndToEnd.Tests;

/// <summary>Digits come to the pad by mouse, finger, file, clipboard and out of the test set; nothing that was drawn is ever lost.</summary>
public sealed class DrawingPadTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly (double, double)[] Line = [(0.4, 0.2), (0.45, 0.35), (0.5, 0.5), (0.55, 0.65), (0.6, 0.8)];

    [Fact]
    public async Task AMouseDrawsAndEverythingCanBeTakenBack()
    {
        var (lab, pad) = await OpenAsync();
        await using var session = lab.Page.Context;
        await lab.DrawSevenAsync();
        await AnsweredAsync(lab);
        await lab.DrawThreeAsync();
        await pad.StrokesAsync(2);

        await pad.PressAsync("Undo");
        await pad.StrokesAsync(1);
        await lab.Page.Keyboard.PressAsync("c");
        await pad.StrokesAsync(0);
        await lab.Page.Locator(".invitation").WaitForAsync();
        Assert.Equal(0, await pad.InkAsync());
        Assert.Equal(0, await lab.Page.Locator(".verdict[data-verdict]").CountAsync());

        // Clearing is taken back like everything else, and drawing again as well.
        await pad.FocusByKeyAsync();
        await lab.Page.Keyboard.PressAsync("Control+z");
        await pad.StrokesAsync(1);
        await AnsweredAsync(lab);
        await lab.Page.Keyboard.PressAsync("Control+z");
        await pad.StrokesAsync(0);
    }

    [Fact]
    public async Task AFingerDrawsAndThePageDoesNotScroll()
    {
        var (lab, pad) = await OpenAsync(width: 390);
        await using var session = lab.Page.Context;
        await pad.Surface.ScrollIntoViewIfNeededAsync();
        var scrolled = await lab.Page.EvaluateAsync<double>("() => scrollY");
        await pad.TouchAsync(Line);

        await pad.StrokesAsync(1);
        Assert.True((await pad.StrokesAsync())[0] >= Line.Length, "Every point that was touched belongs to the stroke.");

        // The finger went some 200 px down; panels that grow above move the page by a line or two at most.
        Assert.InRange(await lab.Page.EvaluateAsync<double>("() => scrollY") - scrolled, -40, 40);
        await AnsweredAsync(lab);
    }

    [Fact]
    public async Task ResizingAndReloadingKeepTheStrokes()
    {
        var (lab, pad) = await OpenAsync();
        await using var session = lab.Page.Context;
        await lab.Page.Locator("label[title='broad line']").ClickAsync();
        await lab.DrawSevenAsync();
        await AnsweredAsync(lab);
        var (strokes, ink) = (await pad.StrokesAsync(), await pad.InkAsync());
        var verdict = await lab.Page.Locator(".verdict").First.GetAttributeAsync("data-verdict");

        await lab.Page.SetViewportSizeAsync(390, 844);
        Assert.Equal(strokes, await pad.StrokesAsync());
        Assert.InRange(await pad.InkAsync(), ink * 0.9, ink * 1.1);
        await lab.Page.ReloadAsync();
        await AnsweredAsync(lab);
        Assert.Equal(strokes, await pad.StrokesAsync());
        Assert.Equal(verdict, await lab.Page.Locator(".verdict").First.GetAttributeAsync("data-verdict"));
        Assert.True(await lab.Page.Locator("input[name=brush][value=broad]").IsCheckedAsync());
        Assert.InRange(await pad.InkAsync(), ink * 0.9, ink * 1.1);
    }

    [Fact]
    public async Task WhatIsDrawnWhileTheConnectionIsCutIsReadWhenItIsBack()
    {
        var connection = new BreakableConnection();
        var (lab, pad) = await OpenAsync(prepare: connection.WatchAsync);
        await using var session = lab.Page.Context;
        await lab.DrawSevenAsync();
        await AnsweredAsync(lab);
        await connection.BreakAsync();
        var notice = lab.Page.Locator("#components-reconnect-modal");
        await notice.WaitForAsync();
        await pad.DrawUnderNoticeAsync();
        await pad.StrokesAsync(2);
        var before = await pad.SeenAsync();

        connection.Mend();
        await notice.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await pad.SeenDiffersAsync(before);
        Assert.Equal(2, (await pad.StrokesAsync()).Length);
    }

    [Fact]
    public async Task PicturesAreUploadedPastedAndDroppedAndLieOverTheDrawing()
    {
        var (lab, pad) = await OpenAsync();
        await using var session = lab.Page.Context;
        await lab.DrawSevenAsync();
        await AnsweredAsync(lab);
        var drawn = await pad.InkAsync();

        await pad.UploadAsync("bar.png", Bar());
        await pad.Shown.Filter(new() { HasText = "bar.png" }).WaitForAsync();
        Assert.NotEqual(drawn, await pad.InkAsync());
        await pad.PressAsync("Back to the drawing");
        await pad.Shown.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Equal(drawn, await pad.InkAsync());

        foreach (var how in new[] { "paste", "drop" })
        {
            await pad.GiveAsync(how, $"{how}d.png", Bar());
            await pad.Shown.Filter(new() { HasText = $"{how}d.png" }).WaitForAsync();
        }

        await lab.Page.ReloadAsync();
        await pad.Shown.Filter(new() { HasText = "dropd.png" }).WaitForAsync();
        await pad.PressAsync("Undo");
        await pad.Shown.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.InRange(await pad.InkAsync(), drawn * 0.99, drawn * 1.01);
    }

    [Fact]
    public async Task AFileThatCannotBeReadTakesNothingAway()
    {
        var (lab, pad) = await OpenAsync();
        await using var session = lab.Page.Context;
        await lab.DrawSevenAsync();
        await AnsweredAsync(lab);
        var (drawn, strokes) = (await pad.InkAsync(), await pad.StrokesAsync());

        await pad.UploadAsync("notes.png", "not a picture"u8.ToArray());
        await pad.Alert.Filter(new() { HasText = "neither a PNG nor a JPEG" }).WaitForAsync();
        await pad.UploadAsync("huge.jpg", new byte[DigitPreparation.MaximumFileBytes + 1], "image/jpeg");
        await pad.Alert.Filter(new() { HasText = "a picture may have 10 MB" }).WaitForAsync();
        Assert.Equal(strokes, await pad.StrokesAsync());
        Assert.Equal(drawn, await pad.InkAsync());
        await AnsweredAsync(lab);
    }

    [Fact]
    public async Task ATestDigitIsPickedAndReadWithoutAPointer()
    {
        var (lab, pad) = await OpenAsync();
        await using var session = lab.Page.Context;
        await pad.FocusByKeyAsync();
        for (var i = 0; i < 20 && !await lab.Page.EvaluateAsync<bool>("() => document.activeElement.matches('.picker input[type=number]')"); i++)
        {
            await lab.Page.Keyboard.PressAsync("Tab");
        }

        await lab.Page.Keyboard.TypeAsync("42");
        await lab.Page.Keyboard.PressAsync("Enter");
        await pad.Shown.Filter(new() { HasText = "Test digit 42" }).WaitForAsync();
        await lab.Page.Locator(".judged").WaitForAsync();
        await AnsweredAsync(lab);
        await pad.PressAsync("Next test digit");
        await pad.Shown.Filter(new() { HasText = "Test digit 43" }).WaitForAsync();
        await lab.Page.Locator(".picker select").SelectOptionAsync("6");
        await pad.PressAsync("Random");
        await lab.Page.Locator(".shown", new() { HasText = "truly a 6" }).WaitForAsync();
    }

    [Fact]
    public async Task MistakesAreFoundAndOpenInThePad()
    {
        var (lab, pad) = await OpenAsync();
        await using var session = lab.Page.Context;
        await lab.Page.GetByRole(AriaRole.Button, new() { Name = "Look for mistakes" }).ClickAsync();
        await lab.Page.Locator(".mistakes", new() { HasText = "of 500 read wrongly" }).WaitForAsync();
        var tile = lab.Page.Locator(".tile").First;
        await tile.WaitForAsync();
        var words = (await tile.GetAttributeAsync("title"))!;
        await tile.ClickAsync();

        await pad.Shown.Filter(new() { HasText = words[..words.IndexOf(':', StringComparison.Ordinal)] }).WaitForAsync();
        await lab.Page.Locator(".judged.wrong").WaitForAsync();
        Assert.True(await tile.EvaluateAsync<bool>("tile => { const { data } = tile.querySelector('canvas').getContext('2d').getImageData(0, 0, 28, 28); return new Set(new Uint32Array(data.buffer)).size > 2; }"));
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task AxeFindsNothingWithEverythingShown(ColorScheme scheme, int width)
    {
        var (lab, pad) = await OpenAsync(width, scheme: scheme);
        await using var session = lab.Page.Context;
        await lab.Page.GetByRole(AriaRole.Button, new() { Name = "Look for mistakes" }).ClickAsync();
        await lab.Page.Locator(".tile").First.ClickAsync();
        await lab.Page.Locator(".judged").WaitForAsync();
        await lab.Page.Locator(".layers-too summary").ClickAsync();
        await lab.Page.Locator(".by-layer").WaitForAsync();
        await pad.UploadAsync("notes.png", "not a picture"u8.ToArray());
        await pad.Alert.WaitForAsync();

        var result = await lab.Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        Assert.Empty(result.Violations.Select(item => $"{item.Id}: {item.Help} ({string.Join("; ", item.Nodes.Select(node => node.Html))})"));
    }

    private static byte[] Bar()
    {
        var pixels = new float[784];
        for (var y = 6; y < 22; y++)
        {
            pixels.AsSpan((y * 28) + 12, 3).Fill(1);
        }

        return Pictures.GreyMosaicPng([pixels], 28, 28, 1, 2);
    }

    private static Task AnsweredAsync(LabScreen lab) => lab.Page.Locator(".verdict[data-verdict]").First.WaitForAsync();

    // A small network that has learnt; it takes a few seconds.
    private async Task<(LabScreen Lab, PadScreen Pad)> OpenAsync(int width = 1440, Func<IPage, Task>? prepare = null, ColorScheme scheme = ColorScheme.Light)
    {
        chromium.Require();
        var lab = new LabScreen(await chromium.OpenAsync("", scheme, width, prepare: prepare));
        await lab.StartAsync("Smoke");
        await lab.StateAsync("completed");
        var pad = new PadScreen(lab.Page);
        await pad.ReadyAsync();
        return (lab, pad);
    }
}
