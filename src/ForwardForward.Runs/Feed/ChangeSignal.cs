namespace ForwardForward.Runs.Feed;

/// <summary>Tells any number of asynchronous readers that something has changed. Raising it costs nothing when nobody waits.</summary>
internal sealed class ChangeSignal
{
    private long _version;
    private TaskCompletionSource? _waiters;

    /// <summary>Goes up with every change. Read it before reading the thing itself, then wait for a later one.</summary>
    public long Version => Interlocked.Read(ref _version);

    /// <summary>Wakes everybody who waits; their code runs elsewhere.</summary>
    public void Raise()
    {
        Interlocked.Increment(ref _version);
        Interlocked.Exchange(ref _waiters, null)?.TrySetResult();
    }

    /// <summary>Returns once the version differs from <paramref name="seen"/>.</summary>
    public Task WaitAsync(long seen, CancellationToken cancellation)
    {
        // Enlist first, look second: a change in between either shows in the version or completes the waiters.
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var waiters = Interlocked.CompareExchange(ref _waiters, mine, null) ?? mine;
        return Version != seen ? Task.CompletedTask : waiters.Task.WaitAsync(cancellation);
    }
}
