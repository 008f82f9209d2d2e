using ForwardForward.Frames;
using ForwardForward.Runs.Results;
using ForwardForward.Runs.Snapshots;
using ForwardForward.Testing.Runs;

namespace ForwardForward.Runs.Tests.Scoring;

/// <summary>A trainer whose evaluations measure something of their own: it goes all the way without anybody knowing it.</summary>
public sealed class OwnMeasureTests
{
    private const string Validation = "validation/free-energy-error";
    private const string Test = "test/free-energy-error";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ItIsInStatusHistoryAndResultsAndThereAgainAfterARestart()
    {
        using var folder = new TestFolder();
        RunSnapshot done;
        await using (var runs = await TestRuns.OpenAsync(Measuring(), folder.Path))
        {
            done = await runs.UntilAsync((await runs.StartAsync(epochs: 2)).Id, RunState.Completed);
            Assert.Equal(RunScores.Of(new Dictionary<string, double> { [Validation] = 40.0 / 21, [Test] = 40.0 / 21 }), done.Scores);
            Assert.Equal([40.0 / 11, 40.0 / 21], (await runs.HistoryAsync(done.Id)).Where(point => point.Values.ContainsKey(Validation)).Select(point => point.Values[Validation]));
        }

        Assert.Equal("""{"validationGoodness":null,"validationSoftmax":null,"testGoodness":null,"testSoftmax":null}""", Database.Ask(folder.Path, "SELECT Errors FROM runs"));
        await using var after = await TestRuns.OpenAsync(folder: folder.Path);
        var again = after.Service.Get(done.Id);
        Assert.Equal(done.Scores, again.Scores);
        Assert.Equal("Free energy error", Assert.Single(OtherMeasures.Of(again), measure => measure.Name == "free-energy-error").Title);
        var result = TrainResult.Of(again);
        Assert.Equal([Test, Validation], result.Scores!.Keys.Order());
        Assert.Equal((null, null, null), (result.TestError, result.TestErrorGoodness, result.TestErrorSoftmax));
    }

    [Fact]
    public async Task AForkAnImportedRunAndASnapshotHaveIt()
    {
        await using var runs = await TestRuns.OpenAsync(Measuring());
        var done = await runs.UntilAsync((await runs.StartAsync()).Id, RunState.Completed);

        var fork = await runs.Service.ForkAsync(done.Id, Token);
        Assert.Equal(done.Scores, fork.Scores);
        await using var file = await runs.Service.ExportAsync(done.Id, Token);
        Assert.Equal(done.Scores, (await runs.Service.ImportAsync(file, Token)).Scores);
        var kept = await runs.Service.MomentsAsync(done.Id, Token);
        Assert.Equal(done.Scores, (await runs.Service.MomentAsync(done.Id, kept.Steps[^1], Token))!.Scores);
    }

    [Fact]
    public async Task ARunIsMeasuredBySeveralAtOnce()
    {
        await using var runs = await TestRuns.OpenAsync(new FakeTraining { Scores = step => [new Score("softmax-error", 5), new Score("bits-per-character", -step)] });
        var done = await runs.UntilAsync((await runs.StartAsync(epochs: 1)).Id, RunState.Completed);
        Assert.Equal(new ClassifierErrors(null, 5, null, 5), ClassifierErrors.Of(done.Scores));
        Assert.Equal(-10, done.Scores["test/bits-per-character"]);
    }

    [Fact]
    public async Task AScoreThatIsNoNumberEndsTheRunInASentence()
    {
        await using var runs = await TestRuns.OpenAsync(new FakeTraining { Scores = _ => [new Score("free-energy-error", double.NaN)] });
        var failed = await runs.UntilAsync((await runs.StartAsync()).Id, RunState.Failed);
        Assert.Contains($"{Validation} was no finite number after 10", failed.Failure, StringComparison.Ordinal);
        Assert.Empty(failed.Scores);
    }

    [Fact]
    public void ASnapshotWithoutItIsWrittenAsEver()
    {
        var moment = Samples.Moment(1234, Samples.Run());
        var (usual, more) = (SnapshotFile.Encode(moment), SnapshotFile.Encode(moment with { Scores = moment.Scores.With([new Score(Test, 3)]) }));
        Assert.Equal(usual.Length + sizeof(int) + 1 + Test.Length + sizeof(double), more.Length);
        Assert.Equal(3, SnapshotFile.Decode(more).Scores[Test]);
        Assert.Equal(moment.Scores, SnapshotFile.Decode(usual).Scores);
    }

    private static FakeTraining Measuring() => new() { Scores = step => [new Score("free-energy-error", 40.0 / (step + 1))] };
}
