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
        string id;
        List<string> history;
        await using (var runs = await TestRuns.OpenAsync(folder: folder.Path))
        {
            id = (await runs.StartAsync()).Id;
            await runs.UntilAsync(id, RunState.Completed);
            history = await Histories.OfAsync(runs, id);
        }

        var path = Path.Combine(folder.Path, "runs.db");
        await using (var old = new RunsDbContext(new DbContextOptionsBuilder<RunsDbContext>().UseSqlite($"Data Source={path};Pooling=False").Options))
        {
            await old.GetService<IMigrator>().MigrateAsync("Initial", TestContext.Current.CancellationToken);
            var columns = await old.Database.SqlQueryRaw<string>("SELECT name AS Value FROM pragma_table_info('runs')").ToListAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain("Note", columns);
        }

        await using var after = await TestRuns.OpenAsync(folder: folder.Path);
        var run = after.Service.Get(id);
        Assert.Equal((RunState.Completed, "", 0, null), (run.State, run.Note, run.Tags.Count, run.DeletedAt));
        Assert.Equal(history, await Histories.OfAsync(after, id));
        await after.Service.AnnotateAsync(id, new RunAnnotation("still here", ["old"]), TestContext.Current.CancellationToken);
    }
}
