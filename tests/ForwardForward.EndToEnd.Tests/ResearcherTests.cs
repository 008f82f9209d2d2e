using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ForwardForward.EndToEnd.Tests;

/// <summary>Somebody asks whether another goodness is better: two runs, side by side, taken away as one file; then the paper's table.</summary>
public sealed partial class ResearcherTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task TwoGoodnessesComparedTakenAwayNotedDeletedAndARowOfThePaperRun()
    {
        chromium.Require();
        var page = await chromium.OpenAsync();
        await using var session = page.Context;
        var lab = new LabScreen(page);
        var squares = await lab.StartAsync("Smoke");
        await lab.StateAsync("completed");
        await page.GotoAsync("");
        await page.Locator("#setting-goodness").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.EvaluateAsync("() => document.querySelectorAll('details:has(#setting-goodness)').forEach(one => one.open = true)");
        await page.Locator("#setting-goodness").SelectOptionAsync("sum-of-activities");
        var activities = await lab.StartAsync("Smoke");
        await lab.StateAsync("completed");

        await page.GetByRole(AriaRole.Link, new() { Name = "Runs", Exact = true }).ClickAsync();
        foreach (var run in new[] { squares, activities })
        {
            await Row(page, run).Locator(".choose label").ClickAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Compare", Exact = true }).ClickAsync();
        await page.AddressAsync("compare\\?runs=");
        await page.WaitForFunctionAsync("() => document.querySelector('.js-plotly-plot')?.data?.slice(0, 2).every(line => line.x.length > 0)");
        Assert.Contains("sum of activities", await page.Locator(".differences tr", new() { HasText = "Goodness" }).InnerTextAsync(), StringComparison.Ordinal);
        await page.GetByLabel("Metric").SelectOptionAsync("positive-goodness");
        await page.AddressAsync("metric=positive-goodness");
        await page.Locator(".tools .choice select").Nth(1).SelectOptionAsync(new SelectOptionValue { Label = "2" });
        await page.AddressAsync("metric=positive-goodness&layer=2");
        await page.ReloadAsync();
        await page.Locator(".panel h2", new() { HasText = "Goodness of positives" }).WaitForAsync();

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Metrics as CSV" }).ClickAsync());
        var lines = await File.ReadAllLinesAsync((await download.PathAsync())!, TestContext.Current.CancellationToken);
        Assert.StartsWith("run,recipe,scale,seed,tags,sequence,step,epoch,seconds,", lines[0], StringComparison.Ordinal);
        Assert.Equal(new[] { squares, activities }.Order(StringComparer.Ordinal), lines.Skip(1).Select(line => line.Split(',')[0]).Distinct().Order(StringComparer.Ordinal));

        await page.GetByRole(AriaRole.Link, new() { Name = "Choose others" }).ClickAsync();
        await NoteAsync(page, activities);
        await DeleteAndUndoAsync(page, squares);
        await RunARowAsync(page, lab);
    }

    private static ILocator Row(IPage page, string run) => page.Locator($"tr[data-run='{run}']");

    private static async Task NoteAsync(IPage page, string run)
    {
        await Row(page, run).Locator(".add").ClickAsync();
        await Row(page, run).GetByRole(AriaRole.Textbox, new() { Name = "Tags" }).FillAsync("activities");
        await Row(page, run).GetByRole(AriaRole.Textbox, new() { Name = "Note", Exact = true }).FillAsync("Another goodness, same seed");
        await Row(page, run).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Row(page, run).Locator(".tag", new() { HasText = "activities" }).ClickAsync();
        await page.Locator("header p", new() { HasText = "1 of 3 runs" }).WaitForAsync();
        await page.ReloadAsync();
        await Row(page, run).Locator(".note-text", new() { HasText = "Another goodness" }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show all" }).ClickAsync();
    }

    private static async Task DeleteAndUndoAsync(IPage page, string run)
    {
        await Row(page, run).GetByRole(AriaRole.Button, new() { NameRegex = Delete() }).ClickAsync();
        await Row(page, run).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Row(page, run).WaitForAsync();
    }

    private static async Task RunARowAsync(IPage page, LabScreen lab)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Paper", Exact = true }).ClickAsync();
        await page.Locator("[data-row='ff-supervised-small']").GetByRole(AriaRole.Button).ClickAsync();
        await page.AddressAsync("/runs/");
        await lab.StateAsync("running");
        await page.GetByRole(AriaRole.Link, new() { Name = "Paper", Exact = true }).ClickAsync();
        await page.OrSayWhereAsync("The row does not say that its run goes on", () => page.Locator("[data-row='ff-supervised-small'] .here", new() { HasText = "running" }).WaitForAsync());
        await page.OrSayWhereAsync("The row led to no runs", () => page.Locator("[data-row='ff-supervised-small'] .here a").ClickAsync());
        await page.Locator("tbody tr").First.GetByRole(AriaRole.Link, new() { NameRegex = Supervised() }).First.ClickAsync();
        await lab.PressAsync("Stop");
        await lab.StateAsync("stopped");
    }

    [GeneratedRegex("^Delete ")]
    private static partial Regex Delete();

    [GeneratedRegex("^Supervised")]
    private static partial Regex Supervised();
}
