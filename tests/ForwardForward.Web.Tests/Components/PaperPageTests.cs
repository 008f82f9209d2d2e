using Bunit;
using ForwardForward.Experiments.Paper;
using ForwardForward.Runs;
using ForwardForward.Runs.Results;
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
    public void ARowIsRunAtPaperScaleWithTheNextSeed()
    {
        Shelve([Stored(1, 1.3), Stored(3, 1.5)]);
        var page = Render<PaperPage>();
        page.Find("[data-row=ff-supervised] button").Click();

        page.WaitForAssertion(() => Assert.Contains("/runs/", Navigation.Uri, StringComparison.Ordinal));
        Assert.Equal(2UL, new ReproducedRow(PaperTable.Find("ff-supervised")!, [Stored(1, 1.3), Stored(3, 1.5)]).NextSeed);
    }

    [Fact]
    public void ARefusedStartSaysWhy()
    {
        Shelve([]);
        var page = Render<PaperPage>();
        Runs.Failure = new RunStateException("The disk is full.");
        page.Find("[data-row=ff-supervised] button").Click();

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
