using ForwardForward.Testing.Runs;

namespace ForwardForward.Runs.Tests.Checkpoints;

/// <summary>Runs that end, are stopped, are deleted or are closed while the disk is full: their weights are not lost, and nobody claims that they are saved.</summary>
public sealed class FullDiskAtTheEndTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_completes_when_its_last_checkpoint_is_on_disk_and_says_what_it_waits_for()
    {
        var (history, weights) = await Histories.UninterruptedAsync(epochs: 3);
        using var folder = new TestFolder();
        var disk = new FillingDisk { IsFull = true };
        await using var runs = await TestRuns.OpenAsync(folder: folder.Path, make: disk.Make);
        var id = (await runs.StartAsync()).Id;
        var waiting = await runs.UntilAsync(id, run => run.Activity?.Contains("room on the disk", StringComparison.Ordinal) == true || run.State == RunState.Completed);
        Assert.Equal((RunState.Running, 30), (waiting.State, waiting.Step));
        Assert.Contains("The checkpoint of step 30 could not be saved", waiting.Warning, StringComparison.Ordinal);
        Assert.NotNull(waiting.Scores[MetricNames.TestGoodness]);

        disk.IsFull = false;
        var done = await runs.UntilAsync(id, RunState.Completed);
        Assert.Equal((null, null), (done.Warning, done.Activity));
        Assert.Equal(weights, Histories.Weights(runs, id));
        Assert.Equal(history, await Histories.OfAsync(runs, id));
    }

    [Fact]
    public async Task A_step_to_the_end_of_the_schedule_is_answered_though_the_disk_is_full()
    {
        var disk = new FillingDisk();
        await using var runs = await TestRuns.OpenAsync(make: disk.Make);
        var id = (await runs.StartAsync(epochs: 1, paused: true)).Id;
        disk.IsFull = true;
        await runs.Service.StepAsync(id, StepUnit.Epoch, Token);
        Assert.Equal((RunState.Paused, 10), (runs.Service.Get(id).State, runs.Service.Get(id).Step));
        disk.IsFull = false;
        await runs.Service.ResumeAsync(id, Token);
        await runs.UntilAsync(id, RunState.Completed);
        Assert.NotNull(runs.Service.NewestCheckpoint(id));
    }

    [Fact]
    public async Task A_run_that_cannot_be_saved_is_not_stopped()
    {
        using var folder = new TestFolder();
        var disk = new FillingDisk();
        var training = new FakeTraining();
        await using var runs = await TestRuns.OpenAsync(training, folder.Path, make: disk.Make);
        training.Steps.Shut();
        var id = (await runs.StartAsync(epochs: 100)).Id;
        training.Steps.Allow(5);
        training.Steps.AwaitWaiting();
        disk.IsFull = true;
        var stopping = runs.Service.StopAsync(id, Token);
        training.Steps.Open();
        var refusal = await Assert.ThrowsAnyAsync<IOException>(() => stopping);
        Assert.Contains($"Run '{id}' cannot be stopped now", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("No space left on device", refusal.Message, StringComparison.Ordinal);
        var step = runs.Service.Get(id).Step;
        Assert.True((await runs.UntilAsync(id, run => run.Step > step)).State == RunState.Running);

        disk.IsFull = false;
        var stopped = await runs.Service.StopAsync(id, Token);
        Assert.Equal(RunState.Stopped, stopped.State);
        Assert.EndsWith($"step-{stopped.Step:D12}.safetensors", runs.Service.NewestCheckpoint(id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paused_run_that_cannot_be_saved_is_not_deleted_and_keeps_its_steps()
    {
        var (history, weights) = await Histories.UninterruptedAsync(epochs: 3);
        using var folder = new TestFolder();
        var disk = new FillingDisk();
        await using var runs = await TestRuns.OpenAsync(folder: folder.Path, make: disk.Make);
        var id = await PausedOnAFullDiskAsync(runs, disk);
        var refusal = await Assert.ThrowsAnyAsync<IOException>(() => runs.Service.DeleteAsync(id, Token));
        Assert.Contains($"Run '{id}' cannot be deleted now", refusal.Message, StringComparison.Ordinal);
        Assert.Equal((RunState.Paused, 11, null), (runs.Service.Get(id).State, runs.Service.Get(id).Step, runs.Service.Get(id).DeletedAt));
        Assert.Empty(runs.Service.ListDeleted());

        disk.IsFull = false;
        await runs.Service.DeleteAsync(id, Token);
        await runs.Service.RestoreAsync(id, Token);
        await runs.Service.ResumeAsync(id, Token);
        await runs.UntilAsync(id, RunState.Completed);
        Assert.Equal(weights, Histories.Weights(runs, id));
        Assert.Equal(history, await Histories.OfAsync(runs, id));
    }

    [Fact]
    public async Task A_run_whose_bin_entry_cannot_be_written_stays_in_memory_as_it_was()
    {
        using var folder = new TestFolder();
        await using var runs = await TestRuns.OpenAsync(folder: folder.Path);
        var id = (await runs.StartAsync(paused: true)).Id;
        await runs.Service.StepAsync(id, StepUnit.Batch, Token);
        await runs.Service.NegativesAsync(id, 1, Token);
        Database.Run(folder.Path, "CREATE TRIGGER full BEFORE UPDATE ON runs WHEN NEW.DeletedAt IS NOT NULL BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END");
        await Assert.ThrowsAnyAsync<IOException>(() => runs.Service.DeleteAsync(id, Token));
        Assert.Equal(id, Assert.Single(runs.Service.List()).Id);
        Assert.Empty(runs.Service.ListDeleted());

        // Only a run whose loop goes on has a last batch to measure.
        Database.Run(folder.Path, "DROP TRIGGER full");
        Assert.Equal(1, runs.Training.Created.Value);
        Assert.Equal((RunState.Paused, 2), State(await runs.Service.StepAsync(id, StepUnit.Batch, Token)));
        Assert.Equal(1, runs.Training.Created.Value);
        await runs.Service.DeleteAsync(id, Token);
        Assert.Equal(id, Assert.Single(runs.Service.ListDeleted()).Id);

        static (RunState, long) State(RunSnapshot run) => (run.State, run.Step);
    }

    [Fact]
    public async Task A_paused_run_is_saved_by_itself_once_there_is_room()
    {
        using var folder = new TestFolder();
        var disk = new FillingDisk();
        await using var runs = await TestRuns.OpenAsync(folder: folder.Path, make: disk.Make);
        var id = await PausedOnAFullDiskAsync(runs, disk);
        await runs.UntilAsync(id, run => run.Warning is not null);
        disk.IsFull = false;
        await runs.UntilAsync(id, run => run.Warning is null);
        Assert.EndsWith("step-000000000011.safetensors", runs.Service.NewestCheckpoint(id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_ends_on_a_full_disk_claims_no_more_than_is_saved()
    {
        var (history, weights) = await Histories.UninterruptedAsync(epochs: 3);
        using var folder = new TestFolder();
        var disk = new FillingDisk();
        string id;
        await using (var runs = await TestRuns.OpenAsync(folder: folder.Path, make: disk.Make))
        {
            id = await PausedOnAFullDiskAsync(runs, disk);
        }

        await using var after = await TestRuns.OpenAsync(folder: folder.Path);
        var run = after.Service.Get(id);
        Assert.Equal((RunState.Paused, 10), (run.State, run.Step));
        Assert.Contains("before step 11 could be saved; the run goes on from step 10", run.Warning, StringComparison.Ordinal);
        await after.Service.ResumeAsync(id, Token);
        Assert.Null((await after.UntilAsync(id, RunState.Completed)).Warning);
        Assert.Equal(weights, Histories.Weights(after, id));
        Assert.Equal(history, await Histories.OfAsync(after, id));
    }

    // At step 11, of which only step 10 is on disk.
    private static async Task<string> PausedOnAFullDiskAsync(TestRuns runs, FillingDisk disk)
    {
        var id = (await runs.StartAsync(paused: true)).Id;
        await runs.Service.StepAsync(id, StepUnit.Epoch, Token);
        await Eventually.TrueAsync(() => runs.Service.NewestCheckpoint(id)?.EndsWith("10.safetensors", StringComparison.Ordinal) == true);
        // Snapshots are kept beside the training: none may still be on its way, or it would complain of the full disk too.
        await Eventually.TrueAsync(() => runs.Service.MomentsAsync(id, Token).Result.Steps.Contains(8));
        disk.IsFull = true;
        await runs.Service.StepAsync(id, StepUnit.Batch, Token);
        return id;
    }
}
