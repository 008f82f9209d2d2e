using Microsoft.Playwright;

namespace ForwardForward.EndToEnd.Tests;

/// <summary>Somebody opens the page, trains a network, draws digits, and finds the run again.</summary>
public sealed class FirstVisitTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task StartWatchSteerReloadDrawStopAndFindAgain()
    {
        chromium.Require();
        var lab = new LabScreen(await chromium.OpenAsync());

        var run = await lab.StartQuickRunAsync();
        await lab.StateAsync("running");
        await lab.CurvesGrowBeyondAsync(1);
        await lab.CurvesGrowBeyondAsync(await lab.CurvePointsAsync());
        await lab.FieldsDifferFromAsync(await lab.FieldsPictureAsync());

        await lab.PressAsync("Pause");
        await lab.StateAsync("paused");
        var held = await lab.StepAsync();
        Assert.True(held > 0, "A run that moved holds after its first batch.");
        await lab.SaysBatchAsync(held);
        await lab.PressAsync("Batch");
        await lab.StepReachesAsync(held + 1);
        Assert.Equal(held + 1, await lab.StepAsync());

        await lab.PressAsync("Resume");
        await lab.StateAsync("running");
        await lab.Page.ReloadAsync();
        await lab.StateAsync("running");
        Assert.EndsWith(run, new Uri(lab.Page.Url).AbsolutePath, StringComparison.Ordinal);
        await lab.StepReachesAsync(held + 2);

        // After a good epoch the network reads clear digits.
        await lab.StepReachesAsync(600);
        await lab.DrawThreeAsync();
        await lab.VerdictAsync(3);
        await lab.PressAsync("Pause");
        await lab.StateAsync("paused");
        await lab.Page.GetByRole(AriaRole.Button, new() { Name = "Clear" }).ClickAsync();
        await lab.DrawSevenAsync();
        await lab.VerdictAsync(7);

        await lab.PressAsync("Stop");
        await lab.StateAsync("stopped");
        await lab.Page.GetByRole(AriaRole.Link, new() { Name = "Runs", Exact = true }).ClickAsync();
        await lab.Page.Locator($"tr[data-run='{run}'] .badge.stopped").WaitForAsync();
    }
}
