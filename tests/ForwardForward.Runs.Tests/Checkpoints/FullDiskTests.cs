using ForwardForward.Runs.Checkpoints;
using ForwardForward.Testing.Runs;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

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
        await Eventually.TrueAsync(() => Directory.GetFiles(Path.GetDirectoryName(before)!).Length == 1);

        disk.IsFull = false;
        await runs.Service.ResumeAsync(id, Token);
        Assert.Null((await runs.UntilAsync(id, RunState.Completed)).Warning);
        Assert.EndsWith("step-000000000030.safetensors", runs.Service.NewestCheckpoint(id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_ends_on_a_full_disk_says_so_and_keeps_what_it_had()
    {
        using var folder = new TestFolder();
        var disk = new FillingDisk { IsFull = true };
        await using var runs = await TestRuns.OpenAsync(folder: folder.Path, make: Make(disk));
        var done = await runs.UntilAsync((await runs.StartAsync()).Id, RunState.Completed);
        Assert.StartsWith("The checkpoint of step 30 could not be saved", done.Warning, StringComparison.Ordinal);
        Assert.NotNull(done.Errors.TestGoodness);
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
        await Assert.ThrowsAsync<IOException>(() => runs.Service.ForkAsync(id, Token));
        Assert.Single(runs.Service.List());
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
            Run(folder.Path, "CREATE TRIGGER full BEFORE INSERT ON metrics BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END");
            await runs.Service.StepAsync(id, StepUnit.Epoch, Token);
            var warned = await runs.UntilAsync(id, run => run.Warning is not null);
            Assert.Contains("database or disk is full", warned.Warning, StringComparison.Ordinal);
            await runs.Service.StepAsync(id, StepUnit.Epoch, Token);
            points = (await runs.HistoryAsync(id)).Count;
            Run(folder.Path, "DROP TRIGGER full");
            await runs.Service.StepAsync(id, StepUnit.Batch, Token);
            points = (await runs.HistoryAsync(id)).Count;
            await runs.UntilAsync(id, run => run.Warning is null);
        }

        await using var after = await TestRuns.OpenAsync(folder: folder.Path);
        Assert.Equal(points, (await after.HistoryAsync(id)).Count);
    }

    private static Func<RunsOptions, FakeTraining, TimeProvider, RunService> Make(FillingDisk disk) =>
        (options, training, time) => new RunService(options, training, training, time, NullLogger<RunService>.Instance, disk);

    private static void Run(string folder, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "runs.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
