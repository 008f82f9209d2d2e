using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using ForwardForward.EndToEnd.Tests.Screenshots;
using ForwardForward.Runs;
using ForwardForward.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ForwardForward.EndToEnd.Tests;

/// <summary>axe finds nothing: on every page, without runs and with runs in every state, on every tab, in both themes, wide and narrow.</summary>
public sealed class AccessibilityTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly string[] States = [ManyRuns.Running, ManyRuns.Completed];

    private static readonly string[] RarerStates = [ManyRuns.Queued, ManyRuns.SoftmaxOnly, ManyRuns.Failed, ManyRuns.Backpropagation];

    private static readonly string[] Tabs = ["curves", "fields", "examples", "layers", "slow"];

    [Theory]
    [InlineData("", ColorScheme.Light, 1440)]
    [InlineData("", ColorScheme.Dark, 390)]
    [InlineData("runs", ColorScheme.Light, 390)]
    [InlineData("runs", ColorScheme.Dark, 1440)]
    [InlineData("paper", ColorScheme.Light, 1440)]
    [InlineData("paper", ColorScheme.Dark, 390)]
    [InlineData("nowhere", ColorScheme.Light, 390)]
    [InlineData("glossary", ColorScheme.Light, 1440)]
    [InlineData("paper", ColorScheme.Light, 390)]
    [InlineData("paper", ColorScheme.Dark, 1440)]
    [InlineData("glossary#goodness", ColorScheme.Dark, 390)]
    [InlineData("runs/nosuchrun123", ColorScheme.Dark, 1440)]
    public async Task AxeFindsNothingWithoutRuns(string path, ColorScheme scheme, int width)
    {
        chromium.Require();
        var page = await chromium.OpenAsync(path, scheme, width);
        await using var session = page.Context;
        await AssertNothingAsync(page, path);
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task AxeFindsNothingOnRunsInEveryState(ColorScheme scheme, int width)
    {
        chromium.Require();
        using var folder = new Testing.Runs.TestFolder();
        await using var application = DashboardApplication.Create(
            new() { DataDirectory = folder.Path, Urls = "http://127.0.0.1:0" }, services => services.AddSingleton<IRunService>(ManyRuns.Create()));
        await application.StartAsync(TestContext.Current.CancellationToken);
        var page = await chromium.OpenAsync("runs", scheme, width, address: application.Urls.First());
        await using var session = page.Context;
        await page.Locator("table.runs").WaitForAsync();
        await AssertNothingAsync(page, "runs");

        foreach (var id in (scheme == ColorScheme.Light) == (width > 1000) ? [.. States, .. RarerStates] : States)
        {
            await VisitAsync(page, $"runs/{id}", ".strip");
        }

        await VisitAsync(page, $"compare?runs={string.Join(',', ManyRuns.Compared)}", ".js-plotly-plot .trace");
        await VisitAsync(page, "runs?state=completed&q=small", "table.runs");
        await page.Locator("tbody .choose label").First.ClickAsync();
        await page.Locator("tbody .add").First.ClickAsync();
        await page.Locator("tbody .files summary").First.ClickAsync();
        await AssertNothingAsync(page, "runs, chosen, with the note and the files open");
        await VisitAsync(page, "runs?bin=1", "table.bin");
        foreach (var tab in Tabs)
        {
            await VisitAsync(page, $"runs/{States[0]}?tab={tab}", ".strip");
        }

        await VisitAsync(page, $"runs/{States[0]}?tab=layers&at=100", ".scrubber.past");
        await VisitAsync(page, $"runs/{States[0]}?at=0&with=live", ".comparison canvas[data-zoom]");
        await VisitAsync(page, $"runs/{States[0]}?at=999999", ".note");

        await VisitAsync(page, $"runs/{States[0]}?tab=slow", ".slow .words");
        await page.Locator("input[name=slow-step]").Last.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Locator(".slow .change").WaitForAsync();
        await AssertNothingAsync(page, "slow motion at its last step");
        await VisitAsync(page, $"runs/{States[0]}?controls=off&size=projector", ".strip");
        await VisitAsync(page, $"runs/{States[0]}?tab=curves", ".js-plotly-plot .trace");
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(one => one.open = true)");
        await AssertNothingAsync(page, "with everything unfolded");
    }

    private static async Task VisitAsync(IPage page, string path, string ready)
    {
        await page.GotoAsync(path);
        await page.Locator(ready).First.WaitForAsync();
        await AssertNothingAsync(page, path);
    }

    private static async Task AssertNothingAsync(IPage page, string what)
    {
        var result = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        Assert.True(result.Violations.Length == 0, $"{what}:\n{string.Join("\n", result.Violations.Select(Describe))}");
    }

    private static string Describe(AxeResultItem item) => $"{item.Id}: {item.Help} ({string.Join("; ", item.Nodes.Select(node => $"{node.Html}: {string.Join(' ', node.Any.Select(check => check.Message))}"))})";
}
