using ForwardForward.Runs.Store;
using ForwardForward.Testing.Runs;

namespace ForwardForward.Runs.Tests.Store;

public sealed class MigrationTests
{
    [Fact]
    public void The_migrations_make_what_the_model_says()
    {
        using var folder = new TestFolder();
        var store = new RunStore(Path.Combine(folder.Path, "runs.db"));
        Assert.False(store.HasPendingModelChanges());
        store.Open();
        Assert.Empty(store.ReadRuns());
        store.Close();
    }
}
