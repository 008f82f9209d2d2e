using System.Runtime.CompilerServices;

namespace ForwardForward.Testing.Runs;

/// <summary>A value that readers can wait on: each sees the newest, and skips what it was too slow for.</summary>
/// <typeparam name="T">What is watched.</typeparam>
internal sealed class Newest<T>(T value)
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _value = value;

    public T Value
    {
        get
        {
            lock (_lock)
            {
                return _value;
            }
        }
    }

    public void Set(T value)
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            _value = value;
            (changed, _changed) = (_changed, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        changed.SetResult();
    }

    public async IAsyncEnumerable<T> WatchAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        while (true)
        {
            T value;
            Task changed;
            lock (_lock)
            {
                (value, changed) = (_value, _changed.Task);
            }

            yield return value;
            await changed.WaitAsync(cancellation);
        }
    }
}
