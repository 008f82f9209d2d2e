using Microsoft.Playwright;

namespace ForwardForward.EndToEnd.Tests;

/// <summary>Somebody looks back at what a network was like, while it learns on.</summary>
public sealed class ScrubbingTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Moment = ".scrubber .moment strong";

    [Fact]
    public async Task EveryPanelGoesBackWhileTheRunGoesOnAndLiveReturns()
    {
        chromium.Require();
        var lab = new LabScreen(await chromium.OpenAsync());
        await using var session = lab.Page.Context;
        var run = await lab.StartQuickRunAsync();
        await lab.StepReachesAsync(150);
        await lab.DrawnAsync();

        await lab.Page.Keyboard.PressAsync("Home");
        await SaysAsync(lab, Moment, "step 0");
        await SaysAsync(lab, ".fields .caption", "layer 1 at step 0");
        await SaysAsync(lab, ".examples .empty", "there was no batch yet");
        await lab.Page.WaitForFunctionAsync("() => [...document.querySelectorAll('.js-plotly-plot')].every(plot => plot.dataset.moment === '0')");
        await lab.Page.AddressAsync($"/runs/{run}\\?at=0$");
        var beginning = await lab.FieldsPictureAsync();

        // The slider itself: the moment before live.
        var slider = lab.Page.Locator(".time");
        await slider.FocusAsync();
        await lab.Page.Keyboard.PressAsync("End");
        await lab.Page.Keyboard.PressAsync("ArrowLeft");
        await lab.Page.WaitForFunctionAsync("moment => /^step [1-9]/.test(document.querySelector(moment).textContent)", Moment);
        await lab.FieldsDifferFromAsync(beginning);
        await lab.Page.Locator(".examples .example:not([hidden])").WaitForAsync();

        // The moment stays although the run goes on, also over a reload and in the histograms.
        var at = (await lab.Page.Locator(Moment).InnerTextAsync())["step ".Length..];
        var then = await lab.FieldsPictureAsync();
        await lab.StepReachesAsync(await lab.StepAsync() + 40);
        Assert.Equal(then, await lab.FieldsPictureAsync());
        await lab.Page.GotoAsync($"{lab.Page.Url}&tab=layers");
        await SaysAsync(lab, ".layers-panel .caption", $"on the batch of step {at}");
        var histogram = await HistogramAsync(lab);
        await lab.StepReachesAsync(await lab.StepAsync() + 40);
        Assert.Equal(histogram, await HistogramAsync(lab));

        await lab.Page.Locator(".scrubber").GetByRole(AriaRole.Button, new() { Name = "Live" }).ClickAsync();
        await SaysAsync(lab, Moment, "live");
        await SaysAsync(lab, ".layers-panel .caption", "on the newest batch");
        await lab.Page.WaitForFunctionAsync("before => document.querySelector('.layers-panel svg').innerHTML !== before", histogram);
        Assert.EndsWith($"/runs/{run}?tab=layers", lab.Page.Url, StringComparison.Ordinal);

        await lab.PressAsync("Stop");
        await lab.StateAsync("stopped");
        var film = await lab.Page.APIRequest.GetAsync($"{chromium.Address}/api/runs/{run}/layers/0/fields.apng");
        Assert.Equal("image/apng", film.Headers["content-type"]);
        Assert.True(await lab.Page.EvaluateAsync<bool>(
            "address => new Promise(done => { const picture = new Image(); picture.onload = () => done(picture.naturalWidth > 500); picture.onerror = () => done(false); picture.src = address; })",
            $"{chromium.Address}/api/runs/{run}/layers/0/fields.apng"));
    }

    [Fact]
    public async Task TwoMomentsStandSideBySideAndATimeLapseEndsWithTheNewest()
    {
        chromium.Require();
        var lab = new LabScreen(await chromium.OpenAsync());
        await using var session = lab.Page.Context;
        var run = await lab.StartAsync("Smoke");
        await lab.StateAsync("completed");
        await lab.DrawnAsync();
        await lab.Page.Locator(".scrubber").GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();
        await lab.Page.Locator(".comparison [data-side=right] canvas[data-zoom]").WaitForAsync();
        await SaysAsync(lab, ".comparison [data-side=right] h2", "Step 0");
        Assert.True(await lab.Page.EvaluateAsync<bool>(
            "() => { const [left, right] = [...document.querySelectorAll('.comparison .stage canvas')].map(canvas => canvas.toDataURL()); return left !== right; }"));

        await lab.Page.GotoAsync($"runs/{run}");
        await lab.DrawnAsync();
        await lab.Page.Locator(".scrubber").GetByRole(AriaRole.Button, new() { Name = "Play", Exact = true }).ClickAsync();
        await SaysAsync(lab, Moment, "step 1");
        await SaysAsync(lab, Moment, "newest");
    }

    private static Task SaysAsync(LabScreen lab, string where, string words) =>
        lab.Page.Locator(where).Filter(new() { HasText = words }).First.WaitForAsync();

    private static Task<string> HistogramAsync(LabScreen lab) => lab.Page.Locator(".layers-panel svg").First.EvaluateAsync<string>("svg => svg.innerHTML");
}
