using ForwardForward.Runs.Feed;

namespace ForwardForward.Runs.Tests.Feed;

public sealed class MetricLogTests
{
    private readonly List<MetricPoint> _store = [];
    private readonly MetricLog _log;
    private int _readings;

    public MetricLogTests() => _log = new MetricLog(0, (from, limit, _) =>
    {
        _readings++;
        return Task.FromResult<IReadOnlyList<MetricPoint>>([.. _store.Skip((int)from).Take(limit)]);
    });

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task What_the_store_has_of_a_run_that_is_over_does_not_stay_in_memory(bool keepNewest, int readings)
    {
        Append(10);
        Store(6);
        _log.MarkStored(_store, keepNewest);

        Assert.Equal(Enumerable.Range(0, 10).Select(i => (long)i), await SequencesAsync());
        Assert.Equal((readings, 10), (_readings, _log.Count));
    }

    [Fact]
    public async Task A_run_that_goes_on_after_all_appends_where_it_ended()
    {
        Append(3);
        Store(3);
        _log.MarkStored(_store, keepNewest: false);
        _log.MarkStored([], keepNewest: false);
        Append(2);

        Assert.Equal([3, 4], _log.ReadUnstored(10).Select(point => point.Sequence));
        Assert.Equal([0, 1, 2, 3, 4], await SequencesAsync());
    }

    [Fact]
    public void Names_of_layers_are_made_once() => Assert.Same(MetricNames.OfLayer(1, "loss"), MetricNames.OfLayer(1, "loss"));

    private void Append(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _log.Append(i, i, i, new Dictionary<string, double>());
        }
    }

    private void Store(int count) => _store.AddRange(_log.ReadUnstored(count));

    private async Task<List<long>> SequencesAsync()
    {
        var all = new List<long>();
        while (await _log.ReadAsync(all.Count, 100, TestContext.Current.CancellationToken) is { Count: > 0 } piece)
        {
            all.AddRange(piece.Select(point => point.Sequence));
        }

        return all;
    }
}
