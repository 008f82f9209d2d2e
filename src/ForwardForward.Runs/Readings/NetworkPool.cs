using ForwardForward.Learning.Models;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Runs.Readings;

/// <summary>
/// Copies of a trainer's weights for classifying beside the training. The loop makes a new copy between two steps while somebody asks;
/// callers borrow the newest, use it one at a time and give it back; an old copy's memory serves the next one.
/// </summary>
internal sealed class NetworkPool(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Interest = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Usable = TimeSpan.FromSeconds(1);
    private readonly Lock _lock = new();
    private NetworkLease? _newest;
    private IModel? _spare;
    private long _asked;
    private bool _disposed;

    /// <summary>Borrows the newest copy if it is recent enough (or the weights have not moved since); null asks for <see cref="Refresh"/> by the loop.</summary>
    public NetworkLease? TryBorrow(long currentStep)
    {
        Interlocked.Exchange(ref _asked, time.GetTimestamp());
        lock (_lock)
        {
            if (_newest is null || (time.GetElapsedTime(_newest.CapturedAt) > Usable && _newest.Network.Step != currentStep))
            {
                return null;
            }

            _newest.Users++;
            return _newest;
        }
    }

    /// <summary>To be called by the loop between steps: copies the weights if somebody asked lately and the newest copy is a moment old.</summary>
    public void RefreshIfWanted(Trainer trainer)
    {
        var asked = Interlocked.Read(ref _asked);
        if (asked == 0 || time.GetElapsedTime(asked) > Interest)
        {
            return;
        }

        var newest = _newest;
        if (newest is null || (newest.Network.Step != trainer.Course.CompletedSteps && time.GetElapsedTime(newest.CapturedAt) > Fresh))
        {
            Refresh(trainer);
        }
    }

    /// <summary>Copies the weights; only the loop may call it.</summary>
    public void Refresh(Trainer trainer)
    {
        IModel? recycled;
        lock (_lock)
        {
            (recycled, _spare) = (_spare, null);
        }

        var network = trainer.CaptureModel(recycled);
        if (recycled is not null && !ReferenceEquals(recycled, network))
        {
            recycled.Dispose();
        }

        lock (_lock)
        {
            var old = _newest;
            _newest = new NetworkLease(this, network, time.GetTimestamp());
            Drop(old);
        }
    }

    /// <summary>Lets go of every copy; those on loan follow when they come back.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            Drop(_newest);
            _newest = null;
            _spare?.Dispose();
            _spare = null;
        }
    }

    internal void Return(NetworkLease lease)
    {
        lock (_lock)
        {
            Drop(lease);
        }
    }

    private void Drop(NetworkLease? lease)
    {
        if (lease is null || --lease.Users > 0)
        {
            return;
        }

        if (_disposed || _spare is not null)
        {
            lease.Network.Dispose();
        }
        else
        {
            _spare = lease.Network;
        }

        lease.OneAtATime.Dispose();
    }
}

/// <summary>A borrowed copy; disposing gives it back.</summary>
internal sealed class NetworkLease(NetworkPool pool, IModel network, long capturedAt) : IDisposable
{
    /// <summary>The copy.</summary>
    public IModel Network { get; } = network;

    /// <summary>When it was made, by the pool's clock.</summary>
    public long CapturedAt { get; } = capturedAt;

    /// <summary>A copy serves one caller at a time.</summary>
    public SemaphoreSlim OneAtATime { get; } = new(1, 1);

    /// <summary>The pool while this is the newest copy, and every borrower. Used under the pool's lock.</summary>
    public int Users { get; set; } = 1;

    /// <inheritdoc/>
    public void Dispose() => pool.Return(this);
}
