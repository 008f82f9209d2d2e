namespace ForwardForward.Runs.Loop;

/// <summary>Work that other threads hand to a loop. Letters are opened by the loop between two steps, in the order in which they came.</summary>
internal sealed class LoopMailbox
{
    private readonly object _lock = new();
    private readonly Queue<Letter> _letters = new();
    private bool _closed;
    private volatile bool _any;

    /// <summary>Hands in work; after closing, it is dropped at once.</summary>
    public void Post(Letter letter)
    {
        lock (_lock)
        {
            if (!_closed)
            {
                _letters.Enqueue(letter);
                _any = true;
                Monitor.Pulse(_lock);
                return;
            }
        }

        letter.Drop();
    }

    /// <summary>The next letter, if there is one.</summary>
    public bool TryTake(out Letter letter)
    {
        letter = default;
        if (!_any)
        {
            return false;
        }

        lock (_lock)
        {
            var found = _letters.TryDequeue(out letter);
            _any = _letters.Count > 0;
            return found;
        }
    }

    /// <summary>Sleeps until there is a letter.</summary>
    public void Wait()
    {
        lock (_lock)
        {
            while (_letters.Count == 0)
            {
                Monitor.Wait(_lock);
            }
        }
    }

    /// <summary>Drops what is there and all that comes.</summary>
    public void Close()
    {
        Letter[] left;
        lock (_lock)
        {
            _closed = true;
            left = [.. _letters];
            _letters.Clear();
        }

        foreach (var letter in left)
        {
            letter.Drop();
        }
    }
}

/// <summary>One piece of work for a loop.</summary>
/// <param name="Open">Done by the loop.</param>
/// <param name="Drop">Done instead when the loop has ended.</param>
internal readonly record struct Letter(Action Open, Action Drop);

/// <summary>The loop ended before it came to the work.</summary>
internal sealed class LoopEndedException() : Exception("The run's loop has ended.");
