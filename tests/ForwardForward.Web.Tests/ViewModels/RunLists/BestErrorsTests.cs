using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.ViewModels.RunLists;

namespace ForwardForward.Web.Tests.ViewModels.RunLists;

public sealed class BestErrorsTests
{
    [Fact]
    public async Task OnlyWhatIsNewIsReadAndTheLowestIsKept()
    {
        var runs = new FakeRunService();
        var run = runs.Add(Samples.Run() with { Scores = Samples.Scores(5, null, null, null) });
        run.Publish(500, 1, 1, (MetricNames.ValidationGoodness, 5));
        var best = new BestErrors(runs);
        Assert.Equal((null, null), best.Of(run.Snapshot.Id));
        Assert.True(best.IsStale(run.Snapshot));
        await best.ReadAsync(run.Snapshot, TestContext.Current.CancellationToken);
        Assert.False(best.IsStale(run.Snapshot));

        run.Publish(1000, 2, 2, (MetricNames.ValidationGoodness, 4), (MetricNames.ValidationSoftmax, 6));
        run.Publish(1500, 3, 3, (MetricNames.ValidationGoodness, 4.5));
        var later = run.Change(before => before with { Scores = Samples.Scores(4.5, 6, null, null) });
        await best.ReadAsync(later, TestContext.Current.CancellationToken);
        Assert.Equal((4, 6), best.Of(later.Id));
        Assert.Equal([(1, 5), (2, 4), (3, 4.5)], best.Course(later.Id)!.Main);
    }

    [Fact]
    public void ARunWithoutErrorsHasNothingToRead() =>
        Assert.False(new BestErrors(new FakeRunService()).IsStale(Samples.Run() with { Scores = RunScores.None }));
}
