using ForwardForward.Testing.Runs;

namespace ForwardForward.Runs.Tests.Scheduling;

public sealed class MemoryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Paused_runs_beyond_the_limit_live_on_disk_and_go_on_from_there()
    {
        var (history, weights) = await Histories.UninterruptedAsync(epochs: 2);
        var training = new FakeTraining();
        await using var runs = await TestRuns.OpenAsync(training, change: options => options with { MaximumHeld = 1 });
        var first = (await runs.StartAsync(epochs: 2, paused: true)).Id;
        await runs.Service.StepAsync(first, StepUnit.Batch, Token);
        await runs.Service.SetLearningRateFactorAsync(first, 1, Token);
        var second = (await runs.StartAsync(epochs: 2, paused: true)).Id;
        await runs.Service.StepAsync(second, StepUnit.Batch, Token);
        await Eventually.TrueAsync(() => training.Disposed.Value > 0);

        Assert.Equal(RunState.Paused, runs.Service.Get(first).State);
        Assert.Equal(1, (await runs.Service.ReceptiveFieldsAsync(first, new FieldsRequest(), Token)).Step);
        Assert.Equal((RunState.Paused, 10), State(await runs.Service.StepAsync(first, StepUnit.Epoch, Token)));
        await runs.Service.ResumeAsync(first, Token);
        await runs.UntilAsync(first, RunState.Completed);
        Assert.Equal(weights, Histories.Weights(runs, first));
        Assert.Equal(history.Count, (await runs.HistoryAsync(first)).Count);

        static (RunState, long) State(RunSnapshot run) => (run.State, run.Step);
    }

    [Fact]
    public async Task Every_trainer_is_let_go_of()
    {
        var training = new FakeTraining();
        await using (var runs = await TestRuns.OpenAsync(training))
        {
            await runs.UntilAsync((await runs.StartAsync()).Id, RunState.Completed);
            await runs.StartAsync(paused: true);
            await runs.StartAsync(epochs: 1_000_000);
            await runs.UntilAsync((await runs.StartAsync(paused: true)).Id, run => run.Layers.Count > 0);
        }

        Assert.Equal(training.Created.Value, training.Disposed.Value);
    }
}
