using ForwardForward.Testing.Runs;

namespace ForwardForward.Runs.Tests.Scheduling;

/// <summary>Every command in every state: what it leads to, or that it is refused with a sentence and changes nothing.</summary>
public sealed class StateTableTests
{
    private const string Refused = "refused";

    [Theory]
    [InlineData(RunState.Queued, "pause", "Paused")]
    [InlineData(RunState.Queued, "resume", Refused)]
    [InlineData(RunState.Queued, "batch", Refused)]
    [InlineData(RunState.Queued, "epoch", Refused)]
    [InlineData(RunState.Queued, "stop", "Stopped")]
    [InlineData(RunState.Queued, "delete", Refused)]
    [InlineData(RunState.Queued, "factor", "Queued")]
    [InlineData(RunState.Queued, "fork", "Queued")]
    [InlineData(RunState.Running, "pause", "Paused")]
    [InlineData(RunState.Running, "resume", Refused)]
    [InlineData(RunState.Running, "batch", Refused)]
    [InlineData(RunState.Running, "epoch", Refused)]
    [InlineData(RunState.Running, "stop", "Stopped")]
    [InlineData(RunState.Running, "delete", Refused)]
    [InlineData(RunState.Running, "factor", "Running")]
    [InlineData(RunState.Running, "fork", "Running")]
    [InlineData(RunState.Paused, "pause", Refused)]
    [InlineData(RunState.Paused, "resume", "Running")]
    [InlineData(RunState.Paused, "batch", "Paused")]
    [InlineData(RunState.Paused, "epoch", "Paused")]
    [InlineData(RunState.Paused, "stop", "Stopped")]
    [InlineData(RunState.Paused, "delete", "")]
    [InlineData(RunState.Paused, "factor", "Paused")]
    [InlineData(RunState.Paused, "fork", "Paused")]
    [InlineData(RunState.Interrupted, "pause", Refused)]
    [InlineData(RunState.Interrupted, "resume", "Running")]
    [InlineData(RunState.Interrupted, "batch", Refused)]
    [InlineData(RunState.Interrupted, "epoch", Refused)]
    [InlineData(RunState.Interrupted, "stop", "Stopped")]
    [InlineData(RunState.Interrupted, "delete", "")]
    [InlineData(RunState.Interrupted, "factor", Refused)]
    [InlineData(RunState.Interrupted, "fork", "Interrupted")]
    [InlineData(RunState.Completed, "pause", Refused)]
    [InlineData(RunState.Completed, "resume", Refused)]
    [InlineData(RunState.Completed, "batch", Refused)]
    [InlineData(RunState.Completed, "epoch", Refused)]
    [InlineData(RunState.Completed, "stop", Refused)]
    [InlineData(RunState.Completed, "delete", "")]
    [InlineData(RunState.Completed, "factor", Refused)]
    [InlineData(RunState.Completed, "fork", "Completed")]
    [InlineData(RunState.Stopped, "pause", Refused)]
    [InlineData(RunState.Stopped, "resume", Refused)]
    [InlineData(RunState.Stopped, "batch", Refused)]
    [InlineData(RunState.Stopped, "epoch", Refused)]
    [InlineData(RunState.Stopped, "stop", Refused)]
    [InlineData(RunState.Stopped, "delete", "")]
    [InlineData(RunState.Stopped, "factor", Refused)]
    [InlineData(RunState.Stopped, "fork", "Stopped")]
    [InlineData(RunState.Failed, "pause", Refused)]
    [InlineData(RunState.Failed, "resume", Refused)]
    [InlineData(RunState.Failed, "batch", Refused)]
    [InlineData(RunState.Failed, "epoch", Refused)]
    [InlineData(RunState.Failed, "stop", Refused)]
    [InlineData(RunState.Failed, "delete", "")]
    [InlineData(RunState.Failed, "factor", Refused)]
    [InlineData(RunState.Failed, "fork", "Failed")]
    public async Task A_command_in_a_state(RunState state, string command, string outcome)
    {
        using var folder = new TestFolder();
        var (runs, id) = await RunIn(state, folder.Path);
        await using var owned = runs;
        if (outcome == Refused)
        {
            var refusal = await Assert.ThrowsAsync<RunStateException>(() => Do(runs.Service, command, id));
            Assert.StartsWith($"Run '{id}' is {state.ToString().ToLowerInvariant()}; only a run that is ", refusal.Message, StringComparison.Ordinal);
            Assert.Equal(state, runs.Service.Get(id).State);
            return;
        }

        await Do(runs.Service, command, id);
        if (outcome.Length == 0)
        {
            Assert.Throws<RunNotFoundException>(() => runs.Service.Get(id));
            Assert.Empty(runs.Service.List());
            Assert.Equal((id, state), (Assert.Single(runs.Service.ListDeleted()).Id, runs.Service.ListDeleted()[0].State));
        }
        else
        {
            Assert.Equal(outcome, runs.Service.Get(id).State.ToString());
        }
    }

    [Theory]
    [InlineData("pause")]
    [InlineData("resume")]
    [InlineData("batch")]
    [InlineData("stop")]
    [InlineData("fork")]
    [InlineData("delete")]
    [InlineData("factor")]
    public async Task Unknown_ids_are_not_found(string command)
    {
        await using var runs = await TestRuns.OpenAsync();
        var missing = await Assert.ThrowsAsync<RunNotFoundException>(() => Do(runs.Service, command, "nosuchrun000"));
        Assert.Equal("There is no run 'nosuchrun000'.", missing.Message);
    }

    private static Task Do(RunService service, string command, string id) => command switch
    {
        "pause" => service.PauseAsync(id, Token),
        "resume" => service.ResumeAsync(id, Token),
        "batch" => service.StepAsync(id, StepUnit.Batch, Token),
        "epoch" => service.StepAsync(id, StepUnit.Epoch, Token),
        "stop" => service.StopAsync(id, Token),
        "delete" => service.DeleteAsync(id, Token),
        "factor" => service.SetLearningRateFactorAsync(id, 0.5f, Token),
        "fork" => service.ForkAsync(id, Token),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "no such command"),
    };

    // A run brought into a state, after some training where the state allows it. Endless, so that no state ends by itself.
    private static async Task<(TestRuns Runs, string Id)> RunIn(RunState state, string folder)
    {
        const int Endless = 1_000_000;
        var training = new FakeTraining { FailAtStep = state == RunState.Failed ? 15 : null };
        var runs = await TestRuns.OpenAsync(training, folder);
        if (state == RunState.Queued)
        {
            // Another one has the only turn.
            var busy = (await runs.StartAsync(Endless)).Id;
            await runs.UntilAsync(busy, RunState.Running);
        }

        var id = (await runs.StartAsync(state == RunState.Completed ? 2 : Endless)).Id;
        switch (state)
        {
            case RunState.Queued:
                return (runs, id);
            case RunState.Completed or RunState.Failed:
                await runs.UntilAsync(id, state);
                return (runs, id);
        }

        await runs.UntilAsync(id, run => run.Step > 5);
        switch (state)
        {
            case RunState.Paused:
                await runs.Service.PauseAsync(id, Token);
                break;
            case RunState.Stopped:
                await runs.Service.StopAsync(id, Token);
                break;
            case RunState.Interrupted:
                await runs.DisposeAsync();
                runs = await TestRuns.OpenAsync(folder: folder);
                break;
        }

        Assert.Equal(state, runs.Service.Get(id).State);
        return (runs, id);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
