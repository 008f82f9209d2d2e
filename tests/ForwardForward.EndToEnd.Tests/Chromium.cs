using Microsoft.Playwright;

namespace ForwardForward.EndToEnd.Tests;

/// <summary>A real Chromium and a real application on a free port, with a data directory of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];
    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("forwardforward-e2e-");
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private Web.DashboardApplication? _application;

    /// <summary>Address of the application.</summary>
    public string Address => _application!.Urls.First();

    /// <summary>Skips the test, visibly, where there is no browser.</summary>
    public void Require() =>
        Assert.SkipUnless(_browser is not null, "There is no Chromium: put it on the PATH or name it in FORWARDFORWARD_CHROMIUM.");

    /// <summary>A page of its own session, of this application or of another one.</summary>
    public async Task<IPage> OpenAsync(string path = "", ColorScheme scheme = ColorScheme.Light, int width = 1440, int height = 1000, string? address = null, Func<IPage, Task>? prepare = null)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = (address ?? Address) + "/",
            ColorScheme = scheme,
            ViewportSize = new() { Width = width, Height = height },
        });
        context.SetDefaultTimeout(120_000);
        var page = await context.NewPageAsync();
        if (prepare is not null)
        {
            await prepare(page);
        }

        await page.GotoAsync(path);
        await page.Locator("h1").First.WaitForAsync();
        return page;
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (Find() is not { } executable)
        {
            return;
        }

        _application = Web.DashboardApplication.Create(new() { DataDirectory = _folder.FullName, Urls = "http://127.0.0.1:0" });
        await _application.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Args = Flags });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_application is not null)
        {
            await _application.StopAsync();
            await _application.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("FORWARDFORWARD_CHROMIUM") is { Length: > 0 } named)
        {
            return named;
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
