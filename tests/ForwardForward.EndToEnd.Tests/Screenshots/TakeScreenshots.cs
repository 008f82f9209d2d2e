using ForwardForward.Runs;
using ForwardForward.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ForwardForward.EndToEnd.Tests.Screenshots;

/// <summary>
/// Pictures of every page for somebody to look at. Not a test: <c>scripts/screenshots.sh</c> runs it and names the folder in
/// FORWARDFORWARD_SCREENSHOTS.
/// </summary>
public sealed class TakeScreenshots(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Chart = ".js-plotly-plot .scatterlayer .trace path";

    private static readonly (string Name, string Query, string Ready)[] Tabs =
    [
        ("overview", "", Chart), ("curves", "?tab=curves", Chart), ("fields", "?tab=fields", ".stage canvas[data-zoom]"),
        ("examples", "?tab=examples", ".example:not([hidden]) canvas"), ("layers", "?tab=layers", ".layers-panel svg"), ("slow", "?tab=slow", ".slow .words"), ("class", "?controls=off&size=projector", Chart),
        ("past", "?at=128", Chart), ("past-layers", "?tab=layers&at=128", ".layers-panel svg"), ("moments", "?at=0&with=live", ".comparison [data-side=right] canvas[data-zoom]"),
    ];

    [Fact(Explicit = true)]
    public async Task OfALabFromEmptyToFinished()
    {
        var folder = Folder();
        await using var camera = await Camera.OpenAsync(chromium, folder);
        await camera.TakeAsync("lab-empty", "");
        await camera.TakeAsync("lab-empty-settings", "", prepare: page => page.EvaluateAsync("() => document.querySelectorAll('details').forEach(one => one.open = true)"));
        await camera.TakeAsync("runs-empty", "runs", "table.runs");
        await camera.TakeAsync("paper", "paper", "table.paper");
        await camera.TakeAsync("no-such-run", "runs/nosuchrun123");
        await camera.TakeAsync("not-found", "nowhere");
        await camera.TakeAsync("glossary", "glossary#goodness");
        await camera.TakeAsync("paper", "paper");
        await camera.TakeAsync("keys", "", wholePage: false, prepare: async page =>
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Keys and help" }).ClickAsync();
            await page.Locator(".keys").WaitForAsync();
        });

        var lab = new LabScreen(await chromium.OpenAsync());
        var run = await lab.StartAsync("Paper"); // long enough to be running still in the last of the pictures
        await lab.StepReachesAsync(1500);
        foreach (var (name, query, ready) in Tabs)
        {
            await camera.TakeAsync($"running-{name}", $"runs/{run}{query}", ready, name == "overview" ? DrawAsync : null);
        }

        await camera.TakeAsync("running-layer-2", $"runs/{run}?tab=fields&layer=2");
        await camera.TakeAsync("runs-running", "runs", "table.runs");
        await lab.PressAsync("Pause");
        await lab.StateAsync("paused");
        await camera.TakeAsync("paused", $"runs/{run}", Chart, DrawAsync);
        await lab.PressAsync("Stop");
        await lab.StateAsync("stopped");
        await camera.TakeAsync("stopped", $"runs/{run}", Chart);
    }

    [Fact(Explicit = true)]
    public async Task OfTheShippedNetwork()
    {
        await using var camera = await Camera.OpenAsync(chromium, Folder());
        await camera.TakeAsync("starter-pad", "", ".surface", DrawAsync);
        await camera.TakeAsync("starter-run", "runs/starter", Chart, DrawAsync);
        await camera.TakeAsync("starter-list", "runs", "table.runs");
    }

    [Fact(Explicit = true)]
    public async Task OfRunsInEveryState()
    {
        var folder = Folder();
        await using var application = await StartAsync(ManyRuns.Create());
        await using var camera = await Camera.OpenAsync(chromium, folder, application.Urls.First());
        await camera.TakeAsync("states-list", "runs", "table.runs");
        await camera.TakeAsync("states-lab", "");
        await camera.TakeAsync("states-compare", $"compare?runs={string.Join(',', ManyRuns.Compared)}", Chart);
        await camera.TakeAsync("states-unit", $"runs/{ManyRuns.Running}?tab=fields", ".stage canvas[data-zoom]", async page =>
        {
            await page.Locator(".stage canvas").ClickAsync(new() { Position = new() { X = 100, Y = 60 } });
            await page.Locator(".unit canvas >> nth=0").WaitForAsync();
        });
        foreach (var (id, name) in new[] { (ManyRuns.Queued, "queued"), (ManyRuns.SoftmaxOnly, "softmax-only"), (ManyRuns.Completed, "completed"), (ManyRuns.Failed, "failed"), (ManyRuns.Backpropagation, "backpropagation") })
        {
            await camera.TakeAsync($"states-{name}", $"runs/{id}", id == ManyRuns.Queued ? ".strip" : Chart);
        }
    }

    [Fact(Explicit = true)]
    public async Task OfThePagesAroundTheLab()
    {
        var folder = Folder();
        await using var application = await StartAsync(ManyRuns.Create());
        await using var camera = await Camera.OpenAsync(chromium, folder, application.Urls.First());
        await camera.TakeAsync("around-runs", "runs", "table.runs .spark");
        await camera.TakeAsync("around-chosen", "runs?order=goodness", "table.runs .spark", async page =>
        {
            await page.Locator("tbody .choose label").Nth(0).ClickAsync();
            await page.Locator("tbody .choose label").Nth(1).ClickAsync();
            await page.Locator("tbody .add").First.ClickAsync();
            await page.Locator("tbody .files summary").Nth(1).ClickAsync();
            await page.Locator("form.edit").WaitForAsync();
        });
        await camera.TakeAsync("around-nothing-found", "runs?q=nothing+like+it", ".empty");
        await camera.TakeAsync("around-bin", "runs?bin=1", "table.bin");
        await camera.TakeAsync("around-compare", $"compare?runs={string.Join(',', ManyRuns.Compared)}", Chart);
        await camera.TakeAsync("around-compare-layers", $"compare?runs={ManyRuns.Completed},{ManyRuns.Running}&metric=pairwise-error&layer=2", Chart);
        await camera.TakeAsync("around-compare-none", "compare", ".empty");
        await camera.TakeAsync("around-paper", "paper", "table.paper");
        await camera.TakeAsync("around-glossary", "glossary#goodness");
    }

    [Fact(Explicit = true)]
    public async Task OfAPageThatFailed()
    {
        var folder = Folder();
        await using var application = await StartAsync(BrokenRuns.Create());
        await using var camera = await Camera.OpenAsync(chromium, folder, application.Urls.First());
        await camera.TakeAsync("error", "", ".fault");
    }

    private static async Task<DashboardApplication> StartAsync(IRunService runs)
    {
        var application = DashboardApplication.Create(
            new() { DataDirectory = Directory.CreateTempSubdirectory("forwardforward-pictures-").FullName, Urls = "http://127.0.0.1:0" },
            services => services.AddSingleton(runs));
        await application.StartAsync();
        return application;
    }

    private static async Task DrawAsync(IPage page)
    {
        var lab = new LabScreen(page);
        if (await page.Locator(".verdict[data-verdict]").CountAsync() == 0)
        {
            await lab.DrawThreeAsync();
        }

        await page.Locator(".verdict[data-verdict]").First.WaitForAsync();
        await page.EvaluateAsync("() => scrollTo(0, 0)");
    }

    private string Folder()
    {
        chromium.Require();
        var folder = Environment.GetEnvironmentVariable("FORWARDFORWARD_SCREENSHOTS") is { Length: > 0 } named ? named : "screenshots";
        return Directory.CreateDirectory(folder).FullName;
    }
}
