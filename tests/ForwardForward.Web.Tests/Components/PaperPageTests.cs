using Bunit;
using ForwardForward.Recipes;
using ForwardForward.Recipes.Paper;
using ForwardForward.Runs;
using ForwardForward.Runs.Results;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.Pages;
using ForwardForward.Web.ViewModels.Paper;
using Microsoft.Extensions.DependencyInjection;

namespace ForwardForward.Web.Tests.Components;

public sealed class PaperPageTests : ComponentTest<PaperPage>
{
    [Fact]
    public void EveryRowOfThePaperIsThere() =>
        Assert.Equal(PaperTable.Rows.Select(row => row.Recipe), Render<PaperPage>().FindAll("[data-row]").Select(row => row.GetAttribute("data-row")));

    [Fact]
    public void StoredRunsAreHeldAgainstThePaper()
    {
        Shelve([Stored(1, 1.3), Stored(2, 1.5)]);
        var row = Render<PaperPage>().Find("[data-row=ff-supervised]");

        Assert.Equal("1.36\u00a0%", row.QuerySelector("[data-label=Paper]")!.TextContent);
        Assert.Equal("1.40\u00a0% ±\u00a00.14", row.QuerySelector("[data-label='Ours by goodness']")!.TextContent);
        Assert.Empty(row.QuerySelectorAll(".reached"));
        Assert.Equal("2 of 3", row.QuerySelector("[data-label=Seeds]")!.TextContent);
        Assert.Equal("10 min 0 s", row.QuerySelector("[data-label='Training of one']")!.TextContent);
    }

    [Fact]
    public void WithoutStoredRunsThereAreDashesAndNoZeros()
    {
        Shelve([]);
        var row = Render<PaperPage>().Find("[data-row=ff-supervised]");

        Assert.Equal("–", row.QuerySelector("[data-label='Ours by goodness']")!.TextContent);
        Assert.Equal("–", row.QuerySelector("[data-label='Training of one']")!.TextContent);
        Assert.Equal("0 of 3", row.QuerySelector("[data-label=Seeds]")!.TextContent);
    }

    [Fact]
    public async Task ARowIsRunAtPaperScaleWithTheNextSeed()
    {
        Shelve([Stored(1, 1.3), Stored(3, 1.5)]);
        var page = Render<PaperPage>();
        await page.InvokeAsync(() => page.Find("[data-row=ff-supervised] button").Click());

        page.WaitForAssertion(() => Assert.Contains("/runs/", Navigation.Uri, StringComparison.Ordinal));
        Assert.Equal(2UL, new ReproducedRow(PaperTable.Find("ff-supervised")!, [Stored(1, 1.3), Stored(3, 1.5)]).NextSeed);
    }

    [Fact]
    public void AMeanThatIsNotAboveThePapersIsTicked()
    {
        Shelve([Stored(1, 1.36), Stored(2, 1.361)]);
        Assert.Contains("not above the paper's", Render<PaperPage>().Find("[data-row=ff-supervised] .ours").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunsOfThisDirectoryStandBesideTheStoredOnesAndTheirSeedsAreNotRunAgain()
    {
        Shelve([Stored(1, 1.3)]);
        Runs.Add(Samples.Run("here00000001", RunState.Completed) with { Recipe = Samples.Recipe("ff-supervised", Scale.Paper, 2), Scores = Samples.Scores(1, 1, 1.41, 1.5) });
        Runs.Add(Samples.Run("quick0000001") with { Recipe = Samples.Recipe("ff-supervised", Scale.Quick, 3) });
        var page = Render<PaperPage>();
        var cell = page.Find("[data-row=ff-supervised] .here");
        Assert.Equal("runs?recipe=ff-supervised", cell.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("1 run", cell.QuerySelector("a")!.TextContent);
        Assert.Contains("best 1.41\u00a0%", cell.TextContent, StringComparison.Ordinal);

        await page.InvokeAsync(() => page.Find("[data-row=ff-supervised] button").Click());
        page.WaitForAssertion(() => Assert.Equal(3UL, Assert.Single(Runs.Requests).Seed));
        Assert.Equal(("ff-supervised", Scale.Paper), (Runs.Requests.First().Recipe, Runs.Requests.First().Scale));
    }

    [Fact]
    public void ARunUnderWaySaysHowFarItIs()
    {
        Shelve([]);
        var run = Runs.Add(Samples.Run("here00000001") with { Recipe = Samples.Recipe("ff-supervised", Scale.Paper, 1) });
        var page = Render<PaperPage>();
        Assert.Contains("running, epoch 2 of 5", page.Find("[data-row=ff-supervised] .here").TextContent, StringComparison.Ordinal);
        Assert.Contains("Start seed 2", page.Find("[data-row=ff-supervised] button").GetAttribute("title"), StringComparison.Ordinal);
        run.Change(one => one with { State = RunState.Stopped, Scores = RunScores.None });
        Runs.Add(run.Snapshot with { Id = "here00000002" });
        page.WaitForAssertion(() => Assert.Contains("no test error yet", page.Find("[data-row=ff-supervised] .here").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ARefusedStartSaysWhy()
    {
        Shelve([]);
        var page = Render<PaperPage>();
        Runs.Failure = new RunStateException("The disk is full.");
        await page.InvokeAsync(() => page.Find("[data-row=ff-supervised] button").Click());

        page.WaitForAssertion(() => Assert.Contains("The disk is full.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void ABrokenFileOfResultsIsNamedAndTheRestOfThePageStands()
    {
        Services.AddSingleton(new PaperShelf(new Lazy<IReadOnlyList<ReproducedRow>>(() => throw new StoredResultsException("x.json holds no results.")), _ => true));

        Assert.Contains("x.json holds no results.", Render<PaperPage>().Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    private void Shelve(IReadOnlyList<StoredRun> runs) => Services.AddSingleton(new PaperShelf(
        new Lazy<IReadOnlyList<ReproducedRow>>([new ReproducedRow(PaperTable.Find("ff-supervised")!, runs)]), _ => true));

    private static StoredRun Stored(ulong seed, double error) => new()
    {
        Seed = seed,
        Epochs = 60,
        TestErrorGoodness = error,
        TestErrorSoftmax = error,
        TrainSeconds = 600,
        SamplesPerSecond = 5000,
        Data = "MNIST",
        Commit = "0123456789ab",
        Processor = "some processor",
        History = [],
    };
}
