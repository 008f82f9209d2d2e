using ForwardForward.Testing.Runs;

namespace ForwardForward.Runs.Tests.Feed;

public sealed class MetricsFeedTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Readers_that_come_and_go_under_load_get_every_point_once()
    {
        await using var runs = await TestRuns.OpenAsync();
        var id = (await runs.StartAsync(epochs: 600)).Id;
        var readers = Enumerable.Range(0, 6).Select(reader => Task.Run(() => ReadWithReconnects(reader * 7 + 3), Token)).ToArray();
        await runs.UntilAsync(id, RunState.Completed);
        var all = await runs.Service.MetricsAsync(id, 0, 100_000, Token);
        Assert.Equal(Enumerable.Range(0, all.Count), all.Select(point => (int)point.Sequence));
        foreach (var seen in await Task.WhenAll(readers))
        {
            Assert.Equal(Enumerable.Range(0, all.Count), seen);
        }

        async Task<List<int>> ReadWithReconnects(int pointsAConnection)
        {
            var seen = new List<int>();
            while (true)
            {
                var before = seen.Count;
                await foreach (var point in runs.Service.WatchMetricsAsync(id, seen.Count, Token))
                {
                    seen.Add((int)point.Sequence);
                    if (seen.Count - before == pointsAConnection)
                    {
                        break;
                    }
                }

                if (seen.Count - before < pointsAConnection)
                {
                    return seen;
                }
            }
        }
    }

    [Fact]
    public async Task A_watcher_waits_while_the_run_holds_and_ends_when_it_has_ended()
    {
        await using var runs = await TestRuns.OpenAsync();
        var id = (await runs.StartAsync(paused: true)).Id;
        await using var points = runs.Service.WatchMetricsAsync(id, 0, Token).GetAsyncEnumerator(Token);
        Assert.True(await points.MoveNextAsync());
        var next = points.MoveNextAsync().AsTask();
        Assert.False(next.IsCompleted);
        await runs.Service.StepAsync(id, StepUnit.Batch, Token);
        Assert.True(await next);
        Assert.Equal((1, 1), (points.Current.Sequence, points.Current.Step));
        var last = points.MoveNextAsync().AsTask();
        await runs.Service.StopAsync(id, Token);
        Assert.False(await last);
    }

    [Fact]
    public async Task Old_points_come_from_the_database()
    {
        await using var runs = await TestRuns.OpenAsync(new FakeTraining { StepsPerEpoch = 100 });
        var id = (await runs.StartAsync(epochs: 100)).Id;
        await runs.UntilAsync(id, RunState.Completed);
        Assert.Equal([3000L, 3001L], (await runs.Service.MetricsAsync(id, 3000, 2, Token)).Select(point => point.Sequence));
        Assert.Equal(10_000, (await runs.Service.MetricsAsync(id, 0, cancellation: Token)).Count);
        Assert.InRange((await runs.Service.MetricsAsync(id, 0, 100_000, Token)).Count, 10_000, 10_200);
    }

    [Theory]
    [InlineData(-1, 10)]
    [InlineData(0, 0)]
    [InlineData(0, 100_001)]
    public async Task Ranges_that_make_no_sense_are_refused(long from, int limit)
    {
        await using var runs = await TestRuns.OpenAsync();
        var id = (await runs.StartAsync(paused: true)).Id;
        await Assert.ThrowsAsync<RunRequestException>(() => runs.Service.MetricsAsync(id, from, limit, Token));
    }

    [Fact]
    public async Task Snapshots_of_every_run_come_and_the_last_of_a_deleted_one()
    {
        await using var runs = await TestRuns.OpenAsync();
        var first = (await runs.StartAsync(paused: true)).Id;
        await using var news = runs.Service.WatchAsync(null, Token).GetAsyncEnumerator(Token);
        Assert.True(await news.MoveNextAsync());
        Assert.Equal(first, news.Current.Id);
        var second = (await runs.StartAsync(epochs: 1)).Id;
        await Until(run => run.Id == second && run.State == RunState.Completed);
        await runs.Service.DeleteAsync(second, Token);
        await Until(run => run.Id == second);

        async Task Until(Func<RunSnapshot, bool> condition)
        {
            do
            {
                Assert.True(await news.MoveNextAsync());
            }
            while (!condition(news.Current));
        }
    }
}
