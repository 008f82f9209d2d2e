using ForwardForward.Runs.Checkpoints;
using ForwardForward.Testing.Runs;

namespace ForwardForward.Runs.Tests.Checkpoints;

public sealed class FullDiskTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_full_disk_while_checkpointing_warns_and_the_run_goes_on()
    {
        using var folder = new TestFolder();
        string id;
        await using (var earlier = await TestRuns.OpenAsync(folder: folder.Path))
        {
            id = (await earlier.StartAsync(paused: true)).Id;
            await earlier.Service.StepAsync(id, StepUnit.Epoch, Token);
        }

        var disk = new FillingDisk();
        await using var runs = await TestRuns.OpenAsync(folder: folder.Path, make: Make(disk));
        var before = runs.Service.NewestCheckpoint(id)!;
        var bytes = await File.ReadAllBytesAsync(before, Token);

        disk.IsFull = true;
        await runs.Service.StepAsync(id, StepUnit.Epoch, Token);
        var warned = await runs.UntilAsync(id, run => run.Warning?.Contains("checkpoint", StringComparison.Ordinal) == true);
        Assert.Equal((RunState.Paused, 20), (warned.State, warned.Step));
        Assert.StartsWith("The checkpoint of step 20 could not be saved; older ones are untouched. No space left on device", warned.Warning, StringComparison.Ordinal);
        Assert.Equal(before, runs.Service.NewestCheckpoint(id));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(before, Token));

        // A further attempt, as the run comes to rest, may be about to take its half-written file away.
        await Eventually.TrueAsync(() => Directory.GetFiles(Path.GetDirectoryName(before)!, "*.partial").Length == 0);

        disk.IsFull = false;
        await runs.Service.ResumeAsync(id, Token);
        Assert.Null((await runs.UntilAsync(id, RunState.Completed)).Warning);
        Assert.EndsWith("step-000000000030.safetensors", runs.Service.NewestCheckpoint(id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fork_that_cannot_be_written_leaves_nothing_behind()
    {
        using var folder = new TestFolder();
        var disk = new FillingDisk();
        await using var runs = await TestRuns.OpenAsync(folder: folder.Path, make: Make(disk));
        var id = (await runs.StartAsync(paused: true)).Id;
        await runs.Service.StepAsync(id, StepUnit.Batch, Token);
        disk.IsFull = true;
        await Assert.ThrowsAnyAsync<IOException>(() => runs.Service.ForkAsync(id, Token));
        Assert.Single(runs.Service.List());
        Assert.Single(Directory.GetDirectories(Path.Combine(folder.Path, "checkpoints")));
    }

    [Fact]
    public async Task A_history_that_cannot_be_stored_is_kept_in_memory_until_it_can()
    {
        using var folder = new TestFolder();
        string id;
        int points;
        await using (var runs = await TestRuns.OpenAsync(folder: folder.Path))
        {
            id = (await runs.StartAsync(paused: true)).Id;
            await runs.Service.StepAsync(id, StepUnit.Batch, Token);
            Database.Run(folder.Path, "CREATE TRIGGER full BEFORE INSERT ON metrics BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END");
            await runs.Service.StepAsync(id, StepUnit.Epoch, Token);
            var warned = await runs.UntilAsync(id, run => run.Warning is not null);
            Assert.Contains("database or disk is full", warned.Warning, StringComparison.Ordinal);
            await runs.Service.StepAsync(id, StepUnit.Epoch, Token);
            points = (await runs.HistoryAsync(id)).Count;
            Database.Run(folder.Path, "DROP TRIGGER full");
            await runs.Service.StepAsync(id, StepUnit.Batch, Token);
            points = (await runs.HistoryAsync(id)).Count;
            await runs.UntilAsync(id, run => run.Warning is null);
        }

        await using var after = await TestRuns.OpenAsync(folder: folder.Path);
        Assert.Equal(points, (await after.HistoryAsync(id)).Count);
    }

    private static Func<RunsOptions, FakeTraining, TimeProvider, RunService> Make(FillingDisk disk) => disk.Make;
}
