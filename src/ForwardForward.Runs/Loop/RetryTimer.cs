namespace ForwardForward.Runs.Loop;

/// <summary>Tries something again after a wait that grows from a second to a minute.</summary>
/// <param name="time">Clock.</param>
/// <param name="attempt">Called on a thread of the clock.</param>
internal sealed class RetryTimer(TimeProvider time, Action attempt) : IDisposable
{
    private readonly GrowingPause _pause = new(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
    private ITimer? _next;

    /// <summary>Tries again after the next wait; an attempt that was still to come is given up.</summary>
    public void Later()
    {
        _next?.Dispose();
        _next = time.CreateTimer(_ => attempt(), null, _pause.Next(), Timeout.InfiniteTimeSpan);
    }

    /// <summary>It has worked: the next wait is a short one.</summary>
    public void Reset() => _pause.Reset();

    /// <inheritdoc/>
    public void Dispose() => _next?.Dispose();
}
