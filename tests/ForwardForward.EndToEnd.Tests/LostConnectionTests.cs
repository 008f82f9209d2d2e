using Microsoft.Playwright;

namespace ForwardForward.EndToEnd.Tests;

/// <summary>The connection to the server breaks and comes back: the page says so, recovers by itself, and has lost nothing.</summary>
public sealed class LostConnectionTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task ThePageSaysThatItIsCutOffAndComesBackByItself()
    {
        chromium.Require();
        var connection = new BreakableConnection();
        var lab = new LabScreen(await chromium.OpenAsync(prepare: connection.WatchAsync));
        await using var session = lab.Page.Context;
        var run = await lab.StartAsync("Paper");
        await lab.StateAsync("running");
        await lab.CurvesGrowBeyondAsync(1);
        await lab.DrawnAsync();

        var notice = lab.Page.Locator("#components-reconnect-modal");
        Assert.False(await notice.IsVisibleAsync());
        await connection.BreakAsync();
        await notice.WaitForAsync();
        Assert.Contains("Runs go on meanwhile", await notice.InnerTextAsync(), StringComparison.Ordinal);

        connection.Mend();
        await notice.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await lab.StateAsync("running");
        await lab.StepReachesAsync(await lab.StepAsync() + 1);

        // What was on its way when the line broke is lost; every part must move all the same, and show what it missed.
        await lab.CurvesGrowBeyondAsync(await lab.CurvePointsAsync());
        await lab.CurvesAreWholeAsync();
        await lab.FieldsDifferFromAsync(await lab.FieldsPictureAsync());
        Assert.EndsWith($"/runs/{run}", lab.Page.Url, StringComparison.Ordinal);

        // It is alive again: a command still reaches the run.
        await lab.PressAsync("Stop");
        await lab.StateAsync("stopped");
    }

    [Fact]
    public async Task AServerThatHasStartedAnewIsFoundAgain()
    {
        chromium.Require();
        using var folder = new Testing.Runs.TestFolder();
        var first = await StartAsync(folder.Path, "http://127.0.0.1:0");
        var address = first.Urls.First();
        var lab = new LabScreen(await chromium.OpenAsync(address: address));
        await using var session = lab.Page.Context;
        var run = await lab.StartAsync("Smoke");
        await lab.StateAsync("completed");
        await lab.Page.GotoAsync($"runs/{run}?tab=fields");
        await lab.DrawnAsync();
        await first.StopAsync(TestContext.Current.CancellationToken);
        await first.DisposeAsync();

        await lab.Page.Locator("#components-reconnect-modal").WaitForAsync();
        await using var second = await StartAsync(folder.Path, address);
        await lab.Page.WaitForLoadStateAsync();
        await lab.StateAsync("completed");
        await lab.Page.Locator("#components-reconnect-modal").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await lab.DrawnAsync();
        Assert.EndsWith($"/runs/{run}?tab=fields", lab.Page.Url, StringComparison.Ordinal);
    }

    private static async Task<Web.DashboardApplication> StartAsync(string folder, string address)
    {
        var application = Web.DashboardApplication.Create(new() { DataDirectory = folder, Urls = address });
        await application.StartAsync();
        return application;
    }
}
