using ForwardForward.Runs.Checkpoints;
using ForwardForward.Testing.Runs;
using Microsoft.Extensions.Logging.Abstractions;

namespace ForwardForward.Runs.Tests.Store;

/// <summary>Imports, forks and erasures that a kill or a full disk cut in two.</summary>
public sealed class HalfDoneTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_weights_of_a_new_run_are_on_disk_before_its_row(bool isFork)
    {
        using var folder = new TestFolder();
        var disk = new WatchfulDisk();
        await using var runs = await TestRuns.OpenAsync(
            folder: folder.Path, make: (options, training, time) => new RunService(options, training, training, time, NullLogger<RunService>.Instance, disk));
        var origin = await runs.UntilAsync((await runs.StartAsync()).Id, RunState.Completed);
        await using var file = await runs.Service.ExportAsync(origin.Id, Token);
        object? rows = null;
        disk.Renamed = path => rows ??= Database.Ask(folder.Path, $"SELECT count(*) FROM runs WHERE Id = '{Path.GetFileName(Path.GetDirectoryName(path))}'");
        _ = isFork ? await runs.Service.ForkAsync(origin.Id, Token) : await runs.Service.ImportAsync(file, Token);
        Assert.Equal(0L, rows);
        Assert.Equal(2L, Database.Ask(folder.Path, "SELECT count(*) FROM runs"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_new_run_whose_row_cannot_be_written_leaves_nothing(bool isFork)
    {
        using var folder = new TestFolder();
        await using var runs = await TestRuns.OpenAsync(folder: folder.Path);
        var origin = await runs.UntilAsync((await runs.StartAsync()).Id, RunState.Completed);
        await using var file = await runs.Service.ExportAsync(origin.Id, Token);
        Database.Run(folder.Path, "CREATE TRIGGER full BEFORE INSERT ON runs BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END");
        var refusal = await Assert.ThrowsAnyAsync<IOException>(() => isFork ? runs.Service.ForkAsync(origin.Id, Token) : runs.Service.ImportAsync(file, Token));
        Assert.Contains("database or disk is full", refusal.Message, StringComparison.Ordinal);
        Assert.Single(runs.Service.List());
        Assert.Single(Directory.GetDirectories(Path.Combine(folder.Path, "checkpoints")));
    }

    [Fact]
    public async Task A_run_that_was_being_erased_is_erased_by_the_next_program()
    {
        using var folder = new TestFolder();
        var id = await DeletedAsync(folder.Path);
        var place = Path.Combine(folder.Path, "checkpoints", id);
        Directory.Move(place, place + ".erased");
        await using var runs = await TestRuns.OpenAsync(folder: folder.Path);
        Assert.Empty(runs.Service.ListDeleted());
        Assert.Empty(runs.Service.List());
        Assert.Empty(Directory.GetDirectories(Path.Combine(folder.Path, "checkpoints")));
        Assert.Equal(0L, Database.Ask(folder.Path, "SELECT count(*) FROM runs"));
    }

    [Fact]
    public async Task A_run_that_cannot_be_erased_stays_in_the_bin_with_its_weights()
    {
        using var folder = new TestFolder();
        var id = await DeletedAsync(folder.Path);
        await using var runs = await TestRuns.OpenAsync(folder: folder.Path);
        Database.Run(folder.Path, "CREATE TRIGGER full BEFORE DELETE ON runs BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END");
        await Assert.ThrowsAnyAsync<Exception>(() => runs.Service.DeleteForeverAsync(id, Token));
        Assert.Equal(id, Assert.Single(runs.Service.ListDeleted()).Id);
        await runs.Service.RestoreAsync(id, Token);
        Assert.InRange((await runs.Service.ClassifyAsync(id, new byte[784], Token)).Label, 0, 9);
    }

    [Fact]
    public async Task Folders_that_no_run_owns_are_put_aside_and_come_back_with_their_row()
    {
        using var folder = new TestFolder();
        string id;
        await using (var runs = await TestRuns.OpenAsync(folder: folder.Path))
        {
            id = (await runs.StartAsync()).Id;
            await runs.UntilAsync(id, RunState.Completed);
        }

        var checkpoints = Path.Combine(folder.Path, "checkpoints");
        var half = Directory.CreateDirectory(Path.Combine(checkpoints, "halfwritten0"));
        await File.WriteAllTextAsync(Path.Combine(half.FullName, "step-000000000000.safetensors.partial"), "half", Token);
        Directory.CreateDirectory(Path.Combine(checkpoints, "my own notes"));
        var database = Path.Combine(folder.Path, "runs.db");
        File.Move(database, database + ".away");
        await using (var runs = await TestRuns.OpenAsync(folder: folder.Path))
        {
            Assert.Empty(runs.Service.List());
            Assert.Equal(["my own notes"], Directory.GetDirectories(checkpoints).Select(Path.GetFileName));
            Assert.Single(Directory.GetFiles(Path.Combine(folder.Path, "checkpoints-without-run", id), "*30.safetensors"));
        }

        File.Move(database + ".away", database, overwrite: true);
        await using var after = await TestRuns.OpenAsync(folder: folder.Path);
        Assert.Null(after.Service.Get(id).Warning);
        Assert.InRange((await after.Service.ClassifyAsync(id, new byte[784], Token)).Label, 0, 9);
    }

    private static async Task<string> DeletedAsync(string folder)
    {
        await using var runs = await TestRuns.OpenAsync(folder: folder);
        var id = (await runs.StartAsync()).Id;
        await runs.UntilAsync(id, RunState.Completed);
        await runs.Service.DeleteAsync(id, Token);
        return id;
    }

    private sealed class WatchfulDisk : ICheckpointDisk
    {
        private readonly CheckpointDisk _disk = new();

        public Action<string>? Renamed { get; set; }

        public Stream Create(string path) => _disk.Create(path);

        public void Flush(Stream file) => _disk.Flush(file);

        public void Rename(string from, string to)
        {
            _disk.Rename(from, to);
            Renamed?.Invoke(to);
        }
    }
}
