using ForwardForward.Testing.Runs;

namespace ForwardForward.Runs.Tests.Scheduling;

public sealed class ForkTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(RunState.Running)]
    [InlineData(RunState.Paused)]
    [InlineData(RunState.Stopped)]
    public async Task A_fork_ends_like_the_run_that_it_came_from(RunState state)
    {
        var (history, weights) = await Histories.UninterruptedAsync(epochs: 4);
        var training = new FakeTraining();
        await using var runs = await TestRuns.OpenAsync(training);
        training.Steps.Shut();
        var id = (await runs.StartAsync(epochs: 4)).Id;
        training.Steps.Allow(16);
        training.Steps.AwaitWaiting();
        var command = state switch
        {
            RunState.Paused => runs.Service.PauseAsync(id, Token),
            RunState.Stopped => runs.Service.StopAsync(id, Token),
            _ => Task.CompletedTask,
        };
        var forking = state == RunState.Stopped ? null : runs.Service.ForkAsync(id, Token);
        training.Steps.Open();
        await command;
        var fork = await (forking ?? runs.Service.ForkAsync(id, Token));
        Assert.Equal((RunState.Paused, id, 17), (fork.State, fork.ForkedFrom, fork.Step));
        Assert.NotEqual(id, fork.Id);
        await runs.Service.ResumeAsync(fork.Id, Token);
        await runs.UntilAsync(fork.Id, RunState.Completed);
        Assert.Equal(history, await Histories.OfAsync(runs, fork.Id));
        Assert.Equal(weights, Histories.Weights(runs, fork.Id));
    }

    [Fact]
    public async Task The_origin_is_untouched_and_can_go_before_its_fork()
    {
        await using var runs = await TestRuns.OpenAsync();
        var id = (await runs.StartAsync()).Id;
        var done = await runs.UntilAsync(id, RunState.Completed);
        var fork = await runs.Service.ForkAsync(id, Token);
        Assert.Equal(done.Scores, fork.Scores);
        Assert.Equal(done, runs.Service.Get(id));
        await runs.Service.DeleteAsync(id, Token);
        await runs.Service.ResumeAsync(fork.Id, Token);
        await runs.UntilAsync(fork.Id, RunState.Completed);
        Assert.Equal(fork.Id, Assert.Single(runs.Service.List()).Id);
    }

    [Fact]
    public async Task A_fork_of_a_run_that_never_began_begins_at_the_beginning()
    {
        await using var runs = await TestRuns.OpenAsync();
        await runs.StartAsync(epochs: 1_000_000);
        var queued = (await runs.StartAsync(epochs: 1)).Id;
        var fork = await runs.Service.ForkAsync(queued, Token);
        Assert.Equal((RunState.Paused, 0), (fork.State, fork.Step));
        Assert.Equal(RunState.Completed, (await runs.Service.StepAsync(fork.Id, StepUnit.Epoch, Token)).State);
    }
}
