using Bunit;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.Pages;

namespace ForwardForward.Web.Tests.Components;

public sealed class RunsPageTests : ComponentTest<RunsPage>
{
    [Fact]
    public void WithoutRunsItInvites() => Assert.Equal("Start the first run", Render<RunsPage>().Find(".empty a").TextContent);

    [Fact]
    public void RunsAreListedCountedAndFollowed()
    {
        var run = AddRun();
        var page = Render<RunsPage>();
        Assert.Equal("1 run · 1 training", page.Find("header p").TextContent);

        run.Change(one => one with { State = RunState.Completed, IsSynthetic = true });
        Runs.Add(Samples.Run("another12345", RunState.Queued));
        page.WaitForAssertion(() => Assert.Equal("2 runs · 1 waiting · errors on synthetic digits cannot be held against the paper's", page.Find("header p").TextContent));
        Assert.Equal(2, page.FindAll("tbody tr").Count);
    }

    [Fact]
    public async Task ACommandThatIsRefusedSaysWhy()
    {
        AddRun(RunState.Paused);
        var page = Render<RunsPage>();
        Runs.Failure = new RunStateException("The disk is full.");
        await PressAsync(page, "Resume");

        page.WaitForAssertion(() => Assert.Contains("The disk is full.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheLinkNarrowsTheListAndSortsIt()
    {
        AddRun(change: run => run with { Tags = ["best"], Scores = Samples.Scores(3, null, null, null) });
        Runs.Add(Samples.Run("another12345") with { Tags = ["best"], Scores = Samples.Scores(2, null, null, null) });
        Runs.Add(Samples.Run("third1234567"));
        Navigation.NavigateTo("runs?tag=best&order=goodness");
        var page = Render<RunsPage>();

        Assert.Equal(["another12345", "k3v9x2m7q4ab"], page.FindAll("tbody tr").Select(row => row.GetAttribute("data-run")));
        Assert.StartsWith("2 of 3 runs", page.Find("header p").TextContent, StringComparison.Ordinal);
        await page.InvokeAsync(() => page.FindAll("thead button").Single(head => head.TextContent == "Goodness").Click());
        page.WaitForAssertion(() => Assert.EndsWith("runs?tag=best&order=goodness&reversed=1", Navigation.Uri, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Equal("k3v9x2m7q4ab", page.Find("tbody tr").GetAttribute("data-run")));
    }

    [Fact]
    public void AFilterThatFindsNothingSaysSo()
    {
        AddRun();
        Navigation.NavigateTo("runs?q=nothing+like+it");
        Assert.Contains("None of the 1 runs", Render<RunsPage>().Find(".empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChosenRunsAreCompared()
    {
        AddRun();
        Runs.Add(Samples.Run("another12345") with { CreatedAt = Samples.Created.AddDays(1) });
        var page = Render<RunsPage>();
        Assert.Empty(page.FindAll("[aria-label='Chosen runs']"));
        await page.InvokeAsync(() => page.FindAll("tbody input")[0].Change(true));
        await PressAsync(page, "Compare");
        page.WaitForAssertion(() => Assert.Contains("needs two runs", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        await page.InvokeAsync(() => page.FindAll("tbody input")[1].Change(true));
        page.WaitForAssertion(() => Assert.Equal("2 runs chosen", page.Find("[aria-label='Chosen runs'] p").TextContent));
        await PressAsync(page, "Compare");

        page.WaitForAssertion(() => Assert.EndsWith("compare?runs=another12345,k3v9x2m7q4ab", Navigation.Uri, StringComparison.Ordinal));
    }

    [Fact]
    public async Task MoreThanEightAreRefusedWithASentence()
    {
        for (var i = 0; i < 9; i++)
        {
            Runs.Add(Samples.Run($"many{i}"));
        }

        var page = Render<RunsPage>();
        await page.InvokeAsync(() => page.Find("thead input").Change(true));
        await PressAsync(page, "Compare");

        page.WaitForAssertion(() => Assert.Contains("at most 8 runs; 9 are chosen. Take 1 out.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AForkIsOpened()
    {
        AddRun(RunState.Completed);
        var page = Render<RunsPage>();
        await PressAsync(page, "Fork");

        page.WaitForAssertion(() => Assert.EndsWith("runs/fork00000001", Navigation.Uri, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ADeletedRunComesBackByUndo()
    {
        AddRun(RunState.Completed);
        var page = Render<RunsPage>();
        await PressAsync(page, "Delete");
        page.WaitForAssertion(() => Assert.Contains("Deleted “Supervised, 3 x 1000, seed 1”.", page.Find(".undo").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Equal("Deleted (1)", page.Find("header .aside a").TextContent));
        Assert.Empty(page.FindAll("tbody tr"));

        await PressAsync(page, "Undo");
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".undo")));
    }

    [Fact]
    public async Task WhatCouldNotBeDeletedStaysAndTheRestCanBeUndone()
    {
        AddRun(RunState.Completed);
        Runs.Add(Samples.Run("another12345") with { CreatedAt = Samples.Created.AddDays(-1) });
        var page = Render<RunsPage>();
        await page.InvokeAsync(() => page.Find("thead input").Change(true));
        Runs.Refused = "another12345";
        page.WaitForElement("[aria-label='Chosen runs']");
        await page.InvokeAsync(() => page.FindAll("[aria-label='Chosen runs'] button").Single(button => button.TextContent == "Delete").Click());

        page.WaitForAssertion(() => Assert.Contains("another12345", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal("another12345", page.Find("tbody tr").GetAttribute("data-run"));
        Assert.Contains("Undo", page.Find(".undo").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheBinRestores()
    {
        AddRun(RunState.Completed);
        await Runs.DeleteAsync("k3v9x2m7q4ab", Xunit.TestContext.Current.CancellationToken);
        Navigation.NavigateTo("runs?bin=1");
        var page = Render<RunsPage>();
        Assert.Equal("Deleted runs", page.Find("h1").TextContent);
        await PressAsync(page, "Restore");

        page.WaitForAssertion(() => Assert.Contains("Nothing is deleted.", page.Find(".empty").TextContent, StringComparison.Ordinal));
        Assert.Equal("k3v9x2m7q4ab", Assert.Single(Runs.List()).Id);
    }

    [Fact]
    public async Task ManyRunsComeInPortions()
    {
        for (var i = 0; i < 60; i++)
        {
            Runs.Add(Samples.Run($"many{i}"));
        }

        var page = Render<RunsPage>();
        Assert.Equal(50, page.FindAll("tbody tr").Count);
        await PressAsync(page, "Show 10 more of 60");
        page.WaitForAssertion(() => Assert.Equal(60, page.FindAll("tbody tr").Count));
    }

    // On the page's own thread, so that nothing is drawn again between finding a button and pressing it.
    private static async Task PressAsync(IRenderedComponent<RunsPage> page, string name)
    {
        page.WaitForState(() => page.FindAll("button").Any(button => button.TextContent.Contains(name, StringComparison.Ordinal)));
        await page.InvokeAsync(() => page.FindAll("button").First(button => button.TextContent.Contains(name, StringComparison.Ordinal)).Click());
    }
}
