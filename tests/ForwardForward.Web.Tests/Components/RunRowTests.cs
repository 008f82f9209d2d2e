using Bunit;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.RunViews;
using ForwardForward.Web.ViewModels.RunLists;

namespace ForwardForward.Web.Tests.Components;

public sealed class RunRowTests : ComponentTest<RunRow>
{
    [Fact]
    public void ARunIsARowWithItsFigures()
    {
        var row = Row(Samples.Run()).Find("tr[data-run=k3v9x2m7q4ab]");

        Assert.Equal("runs/k3v9x2m7q4ab", row.QuerySelector(".name a")!.GetAttribute("href"));
        Assert.Contains("epoch 2 of 5, about 21 s left", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("4.21\u00a0%", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void SyntheticDigitsAndForksAreNamed() => Assert.Contains(
        "synthetic digits · forked",
        Row(Samples.Run() with { IsSynthetic = true, ForkedFrom = "abc" }).Find(".name .detail").TextContent,
        StringComparison.Ordinal);

    [Fact]
    public void AFailedRunSaysWhy() => Assert.Equal("The loss is no number.", Row(Samples.Run(state: RunState.Failed) with { Failure = "The loss is no number." }).Find(".failure").TextContent);

    [Theory]
    [InlineData(RunState.Running, false, false)]
    [InlineData(RunState.Queued, false, false)]
    [InlineData(RunState.Paused, true, true)]
    [InlineData(RunState.Interrupted, true, true)]
    [InlineData(RunState.Completed, false, true)]
    public void OnlyWhatCanBeDoneIsOffered(RunState state, bool resume, bool delete)
    {
        var row = Row(Samples.Run(state: state));

        Assert.Equal(resume, Button(row, "Resume") is not null);
        Assert.Equal(delete, !Button(row, "Delete")!.HasAttribute("disabled"));
    }

    [Fact]
    public void ARunThatAcceptsNoCommandsOffersNone()
    {
        var row = Row(Samples.Starter());
        Assert.Contains("ships with the lab", row.Find("[data-label=Created]").TextContent, StringComparison.Ordinal);

        Assert.Empty(row.FindAll("button"));
        Assert.Contains("read only", row.Find(".name .detail").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(row.FindAll(".files a"));
        Assert.NotNull(row.Find("input[type=checkbox]"));
    }

    [Fact]
    public void AButtonNamesItsRun()
    {
        RunSnapshot? deleted = null;
        var row = Render<RunRow>(parameters => parameters
            .Add(one => one.Run, Samples.Run(state: RunState.Completed)).Add(one => one.Best, new BestErrors(Runs)).Add(one => one.OnDelete, run => deleted = run));
        Assert.Contains("seed 1, k3v9x2m7q4ab", Button(row, "Delete")!.TextContent, StringComparison.Ordinal);
        Button(row, "Delete")!.Click();

        Assert.Equal("k3v9x2m7q4ab", deleted?.Id);
    }

    [Fact]
    public async Task TheLowestErrorsStandUnderTheLast()
    {
        var run = AddRun();
        run.Publish(500, 1, 1, (MetricNames.ValidationGoodness, 3.5));
        run.Publish(1000, 2, 2, (MetricNames.ValidationGoodness, 4.21));
        var best = new BestErrors(Runs);
        await best.ReadAsync(run.Snapshot, Xunit.TestContext.Current.CancellationToken);
        var row = Render<RunRow>(parameters => parameters.Add(one => one.Run, run.Snapshot).Add(one => one.Best, best));

        Assert.Equal("4.21\u00a0%3.50\u00a0%", row.Find("[data-label^=Goodness]").TextContent);
        Assert.Contains("from 3.50\u00a0% to 4.21\u00a0%", row.Find(".spark").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMeasureOfTheRecipesOwnStandsUnderTheNameAndHasItsCourse()
    {
        var run = Runs.Add(Samples.RunWithOwnMeasure());
        run.Publish(500, 1, 1, ("validation/free-energy-error", 4.9));
        run.Publish(1000, 2, 2, ("validation/free-energy-error", 5.2));
        var best = new BestErrors(Runs);
        await best.ReadAsync(run.Snapshot, Xunit.TestContext.Current.CancellationToken);
        var row = Render<RunRow>(parameters => parameters.Add(one => one.Run, run.Snapshot).Add(one => one.Best, best));

        Assert.EndsWith("validation error by free energy 5.20\u00a0%, best 4.90\u00a0% · test error by free energy 5.50\u00a0%", row.Find(".name .detail").TextContent, StringComparison.Ordinal);
        Assert.Equal("Validation error by free energy from 4.90\u00a0% to 5.20\u00a0% in 2 counts", row.Find(".spark").GetAttribute("aria-label"));
        Assert.Equal("––", row.Find("[data-label^=Goodness]").TextContent);
    }

    private static AngleSharp.Dom.IElement? Button(IRenderedComponent<RunRow> row, string name) =>
        row.FindAll("button").SingleOrDefault(button => button.TextContent.Contains(name, StringComparison.Ordinal));

    private IRenderedComponent<RunRow> Row(RunSnapshot run) => Render<RunRow>(parameters => parameters
        .Add(one => one.Run, run).Add(one => one.Best, new BestErrors(Runs)).Add(one => one.Now, Samples.Created.AddMinutes(5)));
}
