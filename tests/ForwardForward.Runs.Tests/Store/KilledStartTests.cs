using System.Globalization;
using ForwardForward.Testing.Runs;
using Microsoft.Extensions.Logging.Abstractions;

namespace ForwardForward.Runs.Tests.Store;

/// <summary>Programs that are killed while they start, and what the next one finds.</summary>
public sealed class KilledStartTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_lock_that_a_killed_program_left_in_the_database_keeps_nobody_waiting(bool isNew)
    {
        using var folder = new TestFolder();
        if (!isNew)
        {
            await (await TestRuns.OpenAsync(folder: folder.Path)).DisposeAsync();
        }

        Database.Run(folder.Path, """
            CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" ("Id", "Timestamp") VALUES (1, '2025-03-14 09:26:53');
            """);
        await using var runs = await Task.Run(() => TestRuns.OpenAsync(folder: folder.Path), Token).WaitAsync(Patience, Token);
        await runs.UntilAsync((await runs.StartAsync()).Id, RunState.Completed);
    }

    /// <summary>The environment variable FORWARDFORWARD_TEST_KILLS asks for more kills than those of every day.</summary>
    [Fact]
    public async Task A_program_killed_at_any_moment_of_its_start_leaves_a_folder_that_opens()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("FORWARDFORWARD_TEST_KILLS") ?? "8", CultureInfo.InvariantCulture);
        for (var kill = 0; kill < kills; kill++)
        {
            using var folder = new TestFolder();
            using (var host = CrashHostProcess.ThatOpens(folder.Path))
            {
                await host.KillWhileItOpensAsync(TimeSpan.FromMilliseconds(1000.0 * kill / kills));
            }

            await using var runs = await Task.Run(() => TestRuns.OpenAsync(folder: folder.Path), Token).WaitAsync(Patience, Token);
            Assert.Empty(runs.Service.List());
        }
    }

    [Fact]
    public async Task A_start_that_has_to_wait_can_be_cancelled()
    {
        using var folder = new TestFolder();
        await (await TestRuns.OpenAsync(folder: folder.Path)).DisposeAsync();
        using var other = Database.Open(folder.Path);
        using var command = other.CreateCommand();
        command.CommandText = "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE";
        command.ExecuteNonQuery();
        using var interruption = new CancellationTokenSource();
        var training = new FakeTraining();
        await using var runs = new RunService(new RunsOptions { DataDirectory = folder.Path }, training, training, TimeProvider.System, NullLogger<RunService>.Instance);
        var start = new RunWorker(runs).StartAsync(interruption.Token);
        await interruption.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => start.WaitAsync(TimeSpan.FromSeconds(10), Token));
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused_and_not_touched()
    {
        using var folder = new TestFolder();
        await (await TestRuns.OpenAsync(folder: folder.Path)).DisposeAsync();
        Database.Run(folder.Path, """INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_Later', '30.0.0')""");
        var before = await File.ReadAllBytesAsync(Path.Combine(folder.Path, "runs.db"), Token);
        var refusal = await Assert.ThrowsAsync<IOException>(() => TestRuns.OpenAsync(folder: folder.Path));
        Assert.Contains("newer version", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Path.Combine(folder.Path, "runs.db"), Token));
    }
}
