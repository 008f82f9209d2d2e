using ForwardForward.Testing.Runs;

namespace ForwardForward.Runs.Tests.Scheduling;

public sealed class RunLifeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_goes_through_its_whole_schedule()
    {
        await using var runs = await TestRuns.OpenAsync();
        var started = await runs.StartAsync(epochs: 3);
        var done = await runs.UntilAsync(started.Id, RunState.Completed);
        Assert.Matches("^[a-z0-9]{12}$", done.Id);
        Assert.Equal((30, 3, 3, 10), (done.Step, done.Epoch, done.Epochs, done.StepsPerEpoch));
        Assert.Equal(Samples.Scores(50.0 / 31, 60.0 / 31, 50.0 / 31, 60.0 / 31), done.Scores);
        Assert.Equal(("fake digits", true), (done.DataName, done.IsSynthetic));
        Assert.Equal(2, done.Layers.Count);
        Assert.Null(done.Activity);
    }

    [Fact]
    public async Task The_history_has_step_0_every_epoch_and_the_errors()
    {
        await using var runs = await TestRuns.OpenAsync();
        var id = (await runs.StartAsync(epochs: 2)).Id;
        await runs.UntilAsync(id, RunState.Completed);
        var history = await runs.HistoryAsync(id);
        Assert.Equal(Enumerable.Range(0, history.Count).Select(i => (long)i), history.Select(point => point.Sequence));
        Assert.Equal((0, 0), (history[0].Step, history[0].Epoch));
        Assert.Contains(history, point => point.Step == 10 && point.Epoch == 1 && point.Values.ContainsKey("layer-2/pairwise-error"));
        Assert.Contains(history, point => point.Step == 10 && point.Values.GetValueOrDefault("validation/goodness-error") == 50.0 / 11);
        Assert.Contains("test/softmax-error", history[^1].Values.Keys);
    }

    [Fact]
    public async Task Pause_holds_at_once_and_resume_goes_on()
    {
        await using var runs = await TestRuns.OpenAsync();
        var id = (await runs.StartAsync(epochs: 1_000_000)).Id;
        await runs.UntilAsync(id, run => run.Step > 5);
        var held = await runs.Service.PauseAsync(id, Token);
        Assert.Equal(RunState.Paused, held.State);
        var fields = await runs.Service.ReceptiveFieldsAsync(id, new FieldsRequest(), Token);
        Assert.Equal(held.Step, fields.Step);
        await runs.Service.ResumeAsync(id, Token);
        await runs.UntilAsync(id, run => run.Step > held.Step);
        var stopped = await runs.Service.StopAsync(id, Token);
        Assert.Equal(RunState.Stopped, stopped.State);
    }

    [Theory]
    [InlineData(StepUnit.Batch, 1, 2)]
    [InlineData(StepUnit.Epoch, 10, 20)]
    public async Task Single_steps_hold_again(StepUnit unit, long first, long second)
    {
        await using var runs = await TestRuns.OpenAsync();
        var id = (await runs.StartAsync(paused: true)).Id;
        Assert.Equal((RunState.Paused, first), State(await runs.Service.StepAsync(id, unit, Token)));
        Assert.Equal((RunState.Paused, second), State(await runs.Service.StepAsync(id, unit, Token)));
        Assert.Equal(second, (await runs.HistoryAsync(id)).Max(point => point.Step));

        static (RunState, long) State(RunSnapshot run) => (run.State, run.Step);
    }

    [Fact]
    public async Task Stepping_over_the_last_batch_completes_the_run()
    {
        await using var runs = await TestRuns.OpenAsync();
        var id = (await runs.StartAsync(epochs: 1, paused: true)).Id;
        var done = await runs.Service.StepAsync(id, StepUnit.Epoch, Token);
        Assert.Equal(RunState.Completed, done.State);
        Assert.NotNull(done.Scores[MetricNames.TestGoodness]);
    }

    [Fact]
    public async Task Pausing_in_the_middle_of_an_error_count_holds_there()
    {
        var training = new FakeTraining { ImagesToCount = 1000 };
        await using var runs = await TestRuns.OpenAsync(training);
        training.Counts.Shut();
        var id = (await runs.StartAsync(epochs: 1)).Id;
        training.Counts.AwaitWaiting();
        var pausing = runs.Service.PauseAsync(id, Token);
        training.Counts.Allow(1);
        var held = await pausing;
        Assert.Equal((RunState.Paused, "counting validation errors"), (held.State, held.Activity));
        Assert.InRange(held.ActivityProgress!.Value, 0.001, 0.5);
        Assert.Null(held.Scores[MetricNames.ValidationGoodness]);
        training.Counts.Open();
        await runs.Service.ResumeAsync(id, Token);
        Assert.NotNull((await runs.UntilAsync(id, RunState.Completed)).Scores[MetricNames.ValidationGoodness]);
    }

    [Fact]
    public async Task Training_errors_are_counted_between_those_of_validation_and_of_test_and_are_not_the_runs_own()
    {
        await using var runs = await TestRuns.OpenAsync(new FakeTraining { TrainingImagesToCount = 20 });
        var id = (await runs.StartAsync(epochs: 2)).Id;
        var done = await runs.UntilAsync(id, RunState.Completed);

        var counted = (await runs.HistoryAsync(id)).SelectMany(point => point.Values.Keys.Where(name => name.EndsWith("/goodness-error", StringComparison.Ordinal)).Select(name => (point.Step, name)));
        Assert.Equal(
            [(10, "validation/goodness-error"), (10, "training/goodness-error"), (20, "validation/goodness-error"), (20, "training/goodness-error"), (20, "test/goodness-error")],
            counted);
        Assert.Equal(Samples.Scores(50.0 / 21, 60.0 / 21, 50.0 / 21, 60.0 / 21), done.Scores);
    }

    [Fact]
    public async Task A_count_of_training_errors_that_was_cut_short_is_taken_up_again()
    {
        using var folder = new TestFolder();
        var training = new FakeTraining { ImagesToCount = 1, TrainingImagesToCount = 1000 };
        string id;
        await using (var before = await TestRuns.OpenAsync(training, folder.Path))
        {
            training.Counts.Shut();
            id = (await before.StartAsync(epochs: 1)).Id;
            training.Counts.Allow(3);
            training.Counts.AwaitWaiting();
        }

        await using var after = await TestRuns.OpenAsync(new FakeTraining { ImagesToCount = 1, TrainingImagesToCount = 1000 }, folder.Path);
        Assert.Equal((RunState.Interrupted, 10), (after.Service.Get(id).State, after.Service.Get(id).Step));
        await after.Service.ResumeAsync(id, Token);
        await after.UntilAsync(id, RunState.Completed);
        var names = (await after.HistoryAsync(id)).SelectMany(point => point.Values.Keys).Where(name => name.EndsWith("/goodness-error", StringComparison.Ordinal));
        Assert.Equal(["validation/goodness-error", "training/goodness-error", "test/goodness-error"], names);
    }

    [Fact]
    public async Task Runs_wait_for_their_turn_in_order_and_a_paused_one_gives_its_turn_away()
    {
        var training = new FakeTraining();
        await using var runs = await TestRuns.OpenAsync(training);
        training.Steps.Shut();
        var first = (await runs.StartAsync(epochs: 1, seed: 1)).Id;
        var second = (await runs.StartAsync(epochs: 1, seed: 2)).Id;
        var third = (await runs.StartAsync(epochs: 1, seed: 3)).Id;
        training.Steps.AwaitWaiting();
        Assert.Equal([RunState.Running, RunState.Queued, RunState.Queued], States(first, second, third));
        await runs.Service.PauseAsync(second, Token);
        var pausing = runs.Service.PauseAsync(first, Token);
        training.Steps.Allow(1);
        await pausing;
        Assert.Equal([RunState.Paused, RunState.Paused, RunState.Running], States(first, second, third));
        await runs.Service.ResumeAsync(second, Token);
        await runs.Service.ResumeAsync(first, Token);
        Assert.Equal([RunState.Queued, RunState.Queued, RunState.Running], States(first, second, third));
        training.Steps.Open();
        await runs.UntilAsync(first, RunState.Completed);
        Assert.Equal([RunState.Completed, RunState.Completed, RunState.Completed], States(first, second, third));

        RunState[] States(params string[] ids) => [.. ids.Select(id => runs.Service.Get(id).State)];
    }

    [Fact]
    public async Task A_failing_trainer_fails_its_run_with_a_sentence_and_lets_the_next_one_run()
    {
        var training = new FakeTraining { FailAtStep = 4 };
        await using var runs = await TestRuns.OpenAsync(training);
        var failed = await runs.UntilAsync((await runs.StartAsync()).Id, RunState.Failed);
        Assert.Equal("The fake trainer was told to fail.", failed.Failure);
        training.FailAtStep = null;
        await runs.UntilAsync((await runs.StartAsync()).Id, RunState.Completed);
    }

    [Fact]
    public async Task A_diverging_run_fails_and_says_which_value_did()
    {
        await using var runs = await TestRuns.OpenAsync(new FakeTraining { DivergeAtStep = 10 });
        var failed = await runs.UntilAsync((await runs.StartAsync()).Id, RunState.Failed);
        Assert.Contains("layer-1/positive-goodness", failed.Failure, StringComparison.Ordinal);
        Assert.Contains("10 mini-batches", failed.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_can_be_paused_and_stopped_while_its_data_is_loaded()
    {
        var training = new FakeTraining { Data = new TaskCompletionSource() };
        await using var runs = await TestRuns.OpenAsync(training);
        var id = (await runs.StartAsync()).Id;
        var loading = await runs.UntilAsync(id, run => run.ActivityProgress == 0.5);
        Assert.Equal("drawing fake digits", loading.Activity);
        Assert.Equal(RunState.Paused, (await runs.Service.PauseAsync(id, Token)).State);
        Assert.Equal(RunState.Stopped, (await runs.Service.StopAsync(id, Token)).State);
    }

    [Fact]
    public async Task A_factor_on_the_learning_rates_holds_from_the_next_step_on()
    {
        await using var runs = await TestRuns.OpenAsync();
        var id = (await runs.StartAsync(paused: true)).Id;
        await runs.Service.SetLearningRateFactorAsync(id, 0.25f, Token);
        await runs.Service.StepAsync(id, StepUnit.Batch, Token);
        Assert.Equal(0.25, (await runs.HistoryAsync(id))[^1].Values[MetricNames.Factor]);
        foreach (var factor in new[] { float.NaN, -1, 101 })
        {
            await Assert.ThrowsAsync<RunRequestException>(() => runs.Service.SetLearningRateFactorAsync(id, factor, Token));
        }
    }
}
