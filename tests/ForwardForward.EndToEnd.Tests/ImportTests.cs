using System.Text;
using Microsoft.Playwright;

namespace ForwardForward.EndToEnd.Tests;

/// <summary>A run leaves as a file and comes in again by the page; what is no run is refused with a sentence.</summary>
public sealed class ImportTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task AFileIsTakenAwayAndBroughtIn()
    {
        chromium.Require();
        var page = await chromium.OpenAsync();
        await using var session = page.Context;
        var lab = new LabScreen(page);
        var run = await lab.StartAsync("Smoke");
        await lab.StateAsync("completed");
        await page.GetByRole(AriaRole.Link, new() { Name = "Runs", Exact = true }).ClickAsync();
        await page.Locator($"tr[data-run='{run}'] .files summary").ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Run with its weights" }).ClickAsync());
        var file = await File.ReadAllBytesAsync((await download.PathAsync())!, TestContext.Current.CancellationToken);

        await ChooseAsync(page, file[..^50]);
        await page.Locator("[role=alert]", new() { HasText = "truncated" }).WaitForAsync();
        await ChooseAsync(page, Encoding.UTF8.GetBytes("no run at all, only a few words"));
        await page.Locator("[role=alert]", new() { HasText = "no safetensors file" }).WaitForAsync();

        await ChooseAsync(page, file);
        await page.AddressAsync($"/runs/(?!.*{run}$)");
        await lab.StateAsync("completed");
        await lab.CurvesGrowBeyondAsync(1);
        await lab.DrawThreeAsync();
        await page.Locator(".verdict[data-verdict]").First.WaitForAsync();
    }

    private static Task ChooseAsync(IPage page, byte[] bytes) => page.Locator(".import input[type=file]").SetInputFilesAsync(new FilePayload { Name = "run.safetensors", MimeType = "application/octet-stream", Buffer = bytes });
}
