namespace ForwardForward.Runs.Loop;

/// <summary>Training seconds in all, and images a second over the last second or so of training.</summary>
internal sealed class Throughput(TimeProvider time, double secondsBefore)
{
    private const double Window = 1;
    private double _windowSeconds;
    private long _windowImages;

    /// <summary>Seconds spent in mini-batches, waiting and counting left out.</summary>
    public double Seconds { get; private set; } = secondsBefore;

    /// <summary>Images a second, lately; null before the first full window.</summary>
    public double? ImagesPerSecond { get; private set; }

    /// <summary>Takes note of one mini-batch that began at <paramref name="started"/>.</summary>
    public void Add(long started, int images)
    {
        var seconds = time.GetElapsedTime(started).TotalSeconds;
        Seconds += seconds;
        _windowSeconds += seconds;
        _windowImages += images;
        if (_windowSeconds >= Window)
        {
            ImagesPerSecond = _windowImages / _windowSeconds;
            (_windowSeconds, _windowImages) = (0, 0);
        }
    }
}
