using Deque.AxeCore.Playwright;
using ForwardForward.EndToEnd.Tests.Screenshots;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

namespace ForwardForward.EndToEnd.Tests.Frames;

/// <summary>Every kind of frame in a real browser: painted, in colour, reachable by key, readable by those who do not see it.</summary>
public sealed class FrameGalleryTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private WebApplication? _gallery;

    private string Address => _gallery!.Urls.First();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => _gallery = await FrameGalleryHost.StartAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _gallery!.StopAsync();
        await _gallery.DisposeAsync();
    }

    [Fact]
    public async Task PicturesAreInColourAndATextIsTinted()
    {
        chromium.Require();
        var page = await OpenAsync();
        var pixel = await page.EvaluateAsync<int[]>(
            "() => Array.from(document.querySelector('[aria-label=\"Examples in colour\"] canvas').getContext('2d').getImageData(8, 6, 1, 1).data)");
        Assert.Equal([217, 51, 38, 255], pixel);
        var tint = await page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.characters .strong:nth-last-child(3)')).backgroundColor");
        Assert.NotEqual("rgba(0, 0, 0, 0)", tint);
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
    }

    [Fact]
    public async Task ATileIsChosenByKeyAndByMouse()
    {
        chromium.Require();
        var page = await OpenAsync();
        var mosaic = page.Locator("canvas[role=application]");
        await mosaic.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#chosen")).ToHaveTextAsync("2");
        await mosaic.ClickAsync(new() { Position = new() { X = 2, Y = 2 } });
        await Assertions.Expect(page.Locator("#chosen")).ToHaveTextAsync("0");
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task NothingStandsInAnyonesWay(ColorScheme scheme, int width)
    {
        chromium.Require();
        var page = await OpenAsync(scheme, width);
        var found = await page.RunAxe();
        Assert.True(found.Violations.Length == 0, string.Join('\n', found.Violations.Select(one => $"{one.Id}: {one.Help} ({string.Join(", ", one.Nodes.Select(node => node.Html))})")));
    }

    [Fact(Explicit = true)]
    public async Task TakePictures()
    {
        var folder = Environment.GetEnvironmentVariable("FORWARDFORWARD_SCREENSHOTS") ?? throw new InvalidOperationException("Name a folder in FORWARDFORWARD_SCREENSHOTS.");
        Directory.CreateDirectory(folder);
        await using var camera = await Camera.OpenAsync(chromium, folder, Address);
        await camera.TakeAsync("frames", "", ".js-plotly-plot[data-lines]", ReadyAsync);
    }

    private async Task<IPage> OpenAsync(ColorScheme scheme = ColorScheme.Light, int width = 1440)
    {
        var page = await chromium.OpenAsync("", scheme, width, 1000, Address);
        await ReadyAsync(page);
        return page;
    }

    // Every canvas has been painted and every chart drawn.
    private static Task ReadyAsync(IPage page) => page.WaitForFunctionAsync(
        "() => document.querySelectorAll('.images').length === document.querySelectorAll('.images[data-drawn]').length && document.querySelectorAll('.js-plotly-plot[data-lines]').length === 2");
}
