namespace ForwardForward.Testing.Runs;

/// <summary>Something a test can hold shut: threads wait in <see cref="Pass"/> until they are let through.</summary>
public sealed class Gate
{
    private readonly object _lock = new();
    private bool _shut;
    private int _allowed;
    private int _waiting;

    /// <summary>Shuts it: whoever comes, waits.</summary>
    public void Shut()
    {
        lock (_lock)
        {
            (_shut, _allowed) = (true, 0);
        }
    }

    /// <summary>Lets so many through a shut gate.</summary>
    public void Allow(int count)
    {
        lock (_lock)
        {
            _allowed += count;
            Monitor.PulseAll(_lock);
        }
    }

    /// <summary>Opens it for all.</summary>
    public void Open()
    {
        lock (_lock)
        {
            _shut = false;
            Monitor.PulseAll(_lock);
        }
    }

    /// <summary>Returns when somebody waits at the gate and nobody more is let through.</summary>
    /// <exception cref="TimeoutException">Nobody came within 30 seconds.</exception>
    public void AwaitWaiting()
    {
        lock (_lock)
        {
            while (_waiting == 0 || _allowed > 0)
            {
                if (!Monitor.Wait(_lock, TimeSpan.FromSeconds(30)))
                {
                    throw new TimeoutException("Nobody came to the gate.");
                }
            }
        }
    }

    /// <summary>Goes through, after waiting if need be.</summary>
    public void Pass()
    {
        lock (_lock)
        {
            _waiting++;
            Monitor.PulseAll(_lock);
            while (_shut && _allowed == 0)
            {
                Monitor.Wait(_lock);
            }

            _waiting--;
            _allowed -= _shut ? 1 : 0;
            Monitor.PulseAll(_lock);
        }
    }
}
