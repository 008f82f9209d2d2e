using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ForwardForward.EndToEnd.Tests;

/// <summary>The lab page as a person uses it.</summary>
internal sealed partial class LabScreen(IPage page)
{
    private static readonly (float X, float Y)[] Three =
        [(0.28f, 0.30f), (0.40f, 0.18f), (0.60f, 0.20f), (0.65f, 0.35f), (0.48f, 0.47f), (0.65f, 0.55f), (0.68f, 0.72f), (0.50f, 0.85f), (0.28f, 0.76f)];

    private static readonly (float X, float Y)[] Seven = [(0.28f, 0.22f), (0.50f, 0.21f), (0.72f, 0.20f), (0.60f, 0.45f), (0.50f, 0.65f), (0.44f, 0.86f)];

    public IPage Page { get; } = page;

    public Task<string> StartQuickRunAsync() => StartAsync("Quick");

    public async Task<string> StartAsync(string scale)
    {
        await Page.Locator($"input[name=scale][value={scale}]").CheckAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).ClickAsync();
        var address = "";
        await Page.OrSayWhereAsync("Start led nowhere", async () => address = await Page.AddressAsync(RunAddress().ToString()));
        return RunAddress().Match(address).Groups[1].Value;
    }

    public Task StateAsync(string state) => Page.Locator($".strip .badge.{state}").WaitForAsync();

    public Task PressAsync(string name) => Page.Locator(".strip").GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    /// <summary>Mini-batches done. Its words do not say it while a run counts errors; this does.</summary>
    public async Task<long> StepAsync() =>
        long.Parse((await Page.Locator(".strip").GetAttributeAsync("data-step"))!, CultureInfo.InvariantCulture);

    public async Task StepReachesAsync(long step)
    {
        for (var deadline = DateTime.UtcNow.AddMinutes(5); await StepAsync() < step;)
        {
            Assert.True(DateTime.UtcNow < deadline, $"Batch {step} was not reached in five minutes; the strip says {await StepAsync()}.");
            await Page.Locator(".strip").EvaluateAsync("strip => new Promise(done => { const seen = new MutationObserver(() => { seen.disconnect(); done(); }); seen.observe(strip, { attributeFilter: ['data-step'] }); setTimeout(done, 2000); })");
        }
    }

    /// <summary>A run that holds says at which batch.</summary>
    public async Task SaysBatchAsync(long step) => Assert.Contains(
        string.Create(CultureInfo.InvariantCulture, $"· {step:N0} of "), await Page.Locator(".strip .words").InnerTextAsync(), StringComparison.Ordinal);

    /// <summary>Points of the first goodness curve.</summary>
    public Task CurvesGrowBeyondAsync(int points) => Page.WaitForFunctionAsync(
        "points => { const plot = document.querySelector('.js-plotly-plot'); return plot?.data?.[0]?.x?.length > points; }", points);

    /// <summary>Every point of every curve lies to the right of the one before: none was lost on its way.</summary>
    public async Task CurvesAreWholeAsync() => Assert.True(await Page.EvaluateAsync<bool>(
        "() => [...document.querySelectorAll('.js-plotly-plot')].every(plot => { const x = [...plot.data[0].x]; return x.length > 1 && x.every((value, i) => i === 0 || value > x[i - 1]); })"),
        "A curve has a gap.");

    public Task<int> CurvePointsAsync() => Page.EvaluateAsync<int>("() => document.querySelector('.js-plotly-plot')?.data?.[0]?.x?.length ?? 0");

    public async Task<string> FieldsPictureAsync()
    {
        await Page.Locator(".fields canvas, .stage canvas").First.WaitForAsync();
        return await Page.EvaluateAsync<string>("() => document.querySelector('.stage canvas').toDataURL()");
    }

    /// <summary>Waits until receptive fields are on the canvas.</summary>
    public Task DrawnAsync() => Page.Locator(".stage canvas[data-zoom]").WaitForAsync();

    public Task FieldsDifferFromAsync(string picture) => Page.WaitForFunctionAsync(
        "picture => document.querySelector('.stage canvas').toDataURL() !== picture", picture);

    public Task DrawThreeAsync() => DrawAsync(Three);

    public Task DrawSevenAsync() => DrawAsync(Seven);

    public Task VerdictAsync(int label) => Page.Locator($".verdict[data-verdict='{label}']").First.WaitForAsync();

    private async Task DrawAsync((float X, float Y)[] points)
    {
        var surface = Page.Locator(".surface");
        await surface.ScrollIntoViewIfNeededAsync();
        var box = (await surface.BoundingBoxAsync())!;
        await Page.Mouse.MoveAsync(box.X + (points[0].X * box.Width), box.Y + (points[0].Y * box.Height));
        await Page.Mouse.DownAsync();
        foreach (var (x, y) in points.Skip(1))
        {
            await Page.Mouse.MoveAsync(box.X + (x * box.Width), box.Y + (y * box.Height), new() { Steps = 6 });
        }

        await Page.Mouse.UpAsync();
    }

    [GeneratedRegex("/runs/([a-z0-9]{12})")]
    private static partial Regex RunAddress();
}
