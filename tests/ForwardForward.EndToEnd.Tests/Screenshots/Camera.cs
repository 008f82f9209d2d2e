using Microsoft.Playwright;

namespace ForwardForward.EndToEnd.Tests.Screenshots;

/// <summary>Takes pages of one address in both themes, wide and narrow, each picture called view-theme-width.png.</summary>
internal sealed class Camera(string folder) : IAsyncDisposable
{
    private static readonly (ColorScheme Scheme, int Width, int Height)[] Forms =
        [(ColorScheme.Light, 1440, 900), (ColorScheme.Dark, 1440, 900), (ColorScheme.Light, 390, 844), (ColorScheme.Dark, 390, 844)];

    private readonly List<(IPage Page, string Form)> _pages = [];

    public IEnumerable<IPage> Pages => _pages.Select(page => page.Page);

    public static async Task<Camera> OpenAsync(Chromium chromium, string folder, string? address = null)
    {
        var camera = new Camera(folder);
        foreach (var (scheme, width, height) in Forms)
        {
            var page = await chromium.OpenAsync("", scheme, width, height, address);
            camera._pages.Add((page, $"{scheme.ToString().ToLowerInvariant()}-{width}"));
        }

        return camera;
    }

    /// <summary>Goes to a path and takes it when <paramref name="ready"/> is on the page.</summary>
    public async Task TakeAsync(string view, string path, string ready = "h1", Func<IPage, Task>? prepare = null, bool wholePage = true)
    {
        foreach (var (page, form) in _pages)
        {
            await page.GotoAsync(path);
            await page.Locator(ready).First.WaitForAsync();
            if (prepare is not null)
            {
                await prepare(page);
            }

            // Fonts, canvases and charts are painted in the frames after the elements exist.
            await page.EvaluateAsync("() => document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))");
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{view}-{form}.png"), FullPage = wholePage });
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (page, _) in _pages)
        {
            await page.Context.CloseAsync();
        }
    }
}
