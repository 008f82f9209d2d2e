namespace ForwardForward.Runs.Feed;

/// <summary>
/// A run's history: append-only, numbered from 0 without gaps. New points stay in memory until the store has them, and the newest some
/// time longer, while the run lives; whoever asks for others gets them from the store. A reader that is slow or away holds up nothing.
/// </summary>
internal sealed class MetricLog
{
    private const int KeptInMemory = 1024;
    private readonly Lock _lock = new();
    private readonly List<MetricPoint> _tail = [];
    private readonly Func<long, int, CancellationToken, Task<IReadOnlyList<MetricPoint>>> _readStored;
    private long _tailStart;
    private long _stored;

    /// <summary>A history of which <paramref name="stored"/> points are in the store.</summary>
    /// <param name="stored">How many points the store has.</param>
    /// <param name="readStored">Reads points (from, at most so many) from the store.</param>
    public MetricLog(long stored, Func<long, int, CancellationToken, Task<IReadOnlyList<MetricPoint>>> readStored) =>
        (_tailStart, _stored, _readStored) = (stored, stored, readStored);

    /// <summary>How many points there are: the number of the next one.</summary>
    public long Count
    {
        get
        {
            lock (_lock)
            {
                return _tailStart + _tail.Count;
            }
        }
    }

    /// <summary>Adds a point, which gets the next number.</summary>
    public MetricPoint Append(long step, double epoch, double seconds, IReadOnlyDictionary<string, double> values)
    {
        lock (_lock)
        {
            var point = new MetricPoint(_tailStart + _tail.Count, step, epoch, seconds, values);
            _tail.Add(point);
            return point;
        }
    }

    /// <summary>The first points that the store has not got yet, at most <paramref name="limit"/>.</summary>
    public IReadOnlyList<MetricPoint> ReadUnstored(int limit)
    {
        lock (_lock)
        {
            var first = (int)(_stored - _tailStart);
            return _tail.GetRange(first, Math.Min(limit, _tail.Count - first));
        }
    }

    /// <summary>Says that the store has these points now, so that memory may let go of old ones.</summary>
    /// <param name="points">The points.</param>
    /// <param name="keepNewest">Whether some stay; of runs that are over nothing need stay, or many of them would fill the memory.</param>
    public void MarkStored(IReadOnlyList<MetricPoint> points, bool keepNewest = true)
    {
        lock (_lock)
        {
            _stored = points.Count > 0 ? points[^1].Sequence + 1 : _stored;
            var spare = (int)Math.Min(_tail.Count - (keepNewest ? KeptInMemory : 0), _stored - _tailStart);
            if (spare >= (keepNewest ? KeptInMemory : 1))
            {
                _tail.RemoveRange(0, spare);
                _tail.Capacity = keepNewest ? _tail.Capacity : _tail.Count;
                _tailStart += spare;
            }
        }
    }

    /// <summary>Forgets every point from <paramref name="count"/> on; the store has done so already.</summary>
    public void Truncate(long count)
    {
        lock (_lock)
        {
            var keep = (int)Math.Clamp(count - _tailStart, 0, _tail.Count);
            _tail.RemoveRange(keep, _tail.Count - keep);
            _tailStart = Math.Min(_tailStart, count);
            _stored = Math.Min(_stored, count);
        }
    }

    /// <summary>Points from a number on, at most <paramref name="limit"/>; empty at the end.</summary>
    public async Task<IReadOnlyList<MetricPoint>> ReadAsync(long from, int limit, CancellationToken cancellation)
    {
        int wanted;
        lock (_lock)
        {
            if (from >= _tailStart)
            {
                var first = (int)Math.Min(from - _tailStart, _tail.Count);
                return _tail.GetRange(first, Math.Min(limit, _tail.Count - first));
            }

            wanted = (int)Math.Min(limit, _tailStart - from);
        }

        return await _readStored(from, wanted, cancellation);
    }
}
