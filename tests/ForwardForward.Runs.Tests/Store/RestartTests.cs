using ForwardForward.Testing.Runs;

namespace ForwardForward.Runs.Tests.Store;

public sealed class RestartTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(23)]
    [InlineData(39)]
    public async Task A_run_that_was_interrupted_ends_as_if_it_had_not_been(int steps)
    {
        var (history, weights) = await Histories.UninterruptedAsync(epochs: 4);
        using var folder = new TestFolder();
        var training = new FakeTraining();
        string id;
        await using (var before = await TestRuns.OpenAsync(training, folder.Path))
        {
            training.Steps.Shut();
            id = (await before.StartAsync(epochs: 4)).Id;
            training.Steps.Allow(steps);
            training.Steps.AwaitWaiting();
        }

        await using var after = await TestRuns.OpenAsync(folder: folder.Path);
        var interrupted = after.Service.Get(id);
        Assert.Equal((RunState.Interrupted, steps + 1), (interrupted.State, interrupted.Step));
        await after.Service.ResumeAsync(id, Token);
        var done = await after.UntilAsync(id, RunState.Completed);
        Assert.Null(done.Warning);
        Assert.Equal(history, await Histories.OfAsync(after, id));
        Assert.Equal(weights, Histories.Weights(after, id));
    }

    [Fact]
    public async Task Everything_about_a_run_is_there_again()
    {
        using var folder = new TestFolder();
        RunSnapshot done;
        string paused;
        string waiting;
        var training = new FakeTraining();
        await using (var before = await TestRuns.OpenAsync(training, folder.Path))
        {
            done = await before.UntilAsync((await before.StartAsync(epochs: 2, seed: ulong.MaxValue)).Id, RunState.Completed);
            paused = (await before.StartAsync(paused: true)).Id;
            await before.Service.StepAsync(paused, StepUnit.Batch, Token);
            training.Steps.Shut();
            await before.StartAsync();
            waiting = (await before.StartAsync()).Id;
        }

        await using var after = await TestRuns.OpenAsync(folder: folder.Path);
        var again = after.Service.Get(done.Id);
        Assert.Equivalent(done with { LastMetrics = null }, again with { LastMetrics = null }, strict: true);
        Assert.Equivalent(done.LastMetrics, again.LastMetrics, strict: true);
        Assert.Equal((RunState.Paused, 1), (after.Service.Get(paused).State, after.Service.Get(paused).Step));
        Assert.Equal(RunState.Interrupted, after.Service.Get(waiting).State);
        Assert.Equal(4, after.Service.List().Count);
        Assert.Equal((RunState.Paused, 2), State(await after.Service.StepAsync(paused, StepUnit.Batch, Token)));

        static (RunState, long) State(RunSnapshot run) => (run.State, run.Step);
    }

    [Fact]
    public async Task Two_programs_do_not_share_a_data_directory()
    {
        using var folder = new TestFolder();
        await using var first = await TestRuns.OpenAsync(folder: folder.Path);
        var refusal = await Assert.ThrowsAsync<IOException>(() => TestRuns.OpenAsync(folder: folder.Path));
        Assert.Contains("in use by another program", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_none_is_refused_and_left_alone()
    {
        using var folder = new TestFolder();
        var path = Path.Combine(folder.Path, "runs.db");
        await File.WriteAllTextAsync(path, new string('x', 5000), Token);
        var refusal = await Assert.ThrowsAsync<IOException>(() => TestRuns.OpenAsync(folder: folder.Path));
        Assert.Contains(path, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(5000, new FileInfo(path).Length);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
