namespace ForwardForward.Cli.Tests;

public sealed class EngineHostTests
{
    [Fact]
    public async Task ADataDirectoryInUseIsRefusedOnceAndFreedAtTheEnd()
    {
        using var folder = new TemporaryFolder();
        var places = new DataFolders(folder.Path, null);
        await using (var first = await EngineHost.StartAsync(places, 1, TestContext.Current.CancellationToken))
        {
            Assert.Empty(first.Runs.List());
            await Assert.ThrowsAsync<IOException>(() => EngineHost.StartAsync(places, 1, TestContext.Current.CancellationToken));
        }

        await using var next = await EngineHost.StartAsync(places, 1, TestContext.Current.CancellationToken);
        Assert.Empty(next.Runs.List());
    }
}
