using ForwardForward.Runs.Store;
using ForwardForward.Testing.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ForwardForward.Runs.Tests.Store;

public sealed class MigrationTests
{
    [Fact]
    public async Task The_migrations_make_what_the_model_says()
    {
        using var folder = new TestFolder();
        var store = new RunStore(Path.Combine(folder.Path, "runs.db"));
        Assert.False(store.HasPendingModelChanges());
        await store.OpenAsync(TestContext.Current.CancellationToken);
        Assert.Empty(store.ReadIds());
        store.Close();
    }

    [Fact]
    public async Task A_database_of_the_first_version_is_brought_up_to_date_and_loses_nothing()
    {
        using var folder = new TestFolder();
        RunSnapshot done;
        List<string> history;
        await using (var runs = await TestRuns.OpenAsync(folder: folder.Path))
        {
            done = await runs.UntilAsync((await runs.StartAsync()).Id, RunState.Completed);
            history = await Histories.OfAsync(runs, done.Id);
        }

        var path = Path.Combine(folder.Path, "runs.db");
        await using (var old = new RunsDbContext(new DbContextOptionsBuilder<RunsDbContext>().UseSqlite($"Data Source={path};Pooling=False").Options))
        {
            await old.GetService<IMigrator>().MigrateAsync("Initial", TestContext.Current.CancellationToken);
            var columns = await old.Database.SqlQueryRaw<string>("SELECT name AS Value FROM pragma_table_info('runs')").ToListAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain("Note", columns);
            Assert.DoesNotContain("Scores", columns);
        }

        await using var after = await TestRuns.OpenAsync(folder: folder.Path);
        var run = after.Service.Get(done.Id);
        Assert.Equal((RunState.Completed, "", 0, null), (run.State, run.Note, run.Tags.Count, run.DeletedAt));
        Assert.Equal(done.Scores, run.Scores);
        Assert.Equal(history, await Histories.OfAsync(after, done.Id));
        await after.Service.AnnotateAsync(done.Id, new RunAnnotation("still here", ["old"]), TestContext.Current.CancellationToken);
    }
}
