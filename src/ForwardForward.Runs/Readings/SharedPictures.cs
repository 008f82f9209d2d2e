namespace ForwardForward.Runs.Readings;

/// <summary>
/// The newest picture of each kind that somebody watches, so that twenty viewers of one run cost it little more than one: whoever asks
/// while a picture is young takes it over. Pictures are held weakly: their memory is that of their readers.
/// </summary>
internal sealed class SharedPictures(TimeProvider time)
{
    /// <summary>Kinds of pictures remembered at a time; far more than people look at.</summary>
    private const int MaximumKinds = 16;

    private readonly Lock _lock = new();
    private readonly Dictionary<object, Shared> _newest = [];

    /// <summary>A picture that <paramref name="read"/> takes or has just taken; null when there is none to take.</summary>
    /// <param name="kind">What is read; equal kinds share.</param>
    /// <param name="youngFor">How long a picture counts as young.</param>
    /// <param name="seen">Step of the picture that the caller has already; one of that step is read anew.</param>
    /// <param name="read">Takes a picture.</param>
    /// <param name="cancellation">Ends the wait, not the reading: others may wait for it too.</param>
    public async Task<T?> GetAsync<T>(object kind, TimeSpan youngFor, long? seen, Func<CancellationToken, Task<T?>> read, CancellationToken cancellation)
        where T : class, IPicture
    {
        if (Young<T>(kind, youngFor) is { } shared)
        {
            if (shared.Newest is T ready)
            {
                if (ready.Step != seen)
                {
                    return ready;
                }
            }
            else if (shared.Reading is Task<T?> reading && await reading.WaitAsync(cancellation) is { } awaited && awaited.Step != seen)
            {
                return awaited;
            }
        }

        return await Read(kind, read).WaitAsync(cancellation);
    }

    private Shared? Young<T>(object kind, TimeSpan youngFor)
    {
        lock (_lock)
        {
            return _newest.TryGetValue(kind, out var shared) && time.GetElapsedTime(shared.BegunAt) < youngFor ? shared : null;
        }
    }

    private Task<T?> Read<T>(object kind, Func<CancellationToken, Task<T?>> read)
        where T : class, IPicture
    {
        var shared = new Shared(time.GetTimestamp());
        var reading = ReadAsync();
        shared.Reading = reading;
        if (reading.IsCompleted)
        {
            shared.Reading = null;
        }

        lock (_lock)
        {
            if (_newest.Count >= MaximumKinds && !_newest.ContainsKey(kind))
            {
                _newest.Remove(_newest.MinBy(entry => entry.Value.BegunAt).Key);
            }

            _newest[kind] = shared;
        }

        return reading;

        async Task<T?> ReadAsync()
        {
            try
            {
                var picture = await read(CancellationToken.None);
                shared.Keep(picture);
                return picture;
            }
            finally
            {
                shared.Reading = null;
            }
        }
    }

    private sealed class Shared(long begunAt)
    {
        private volatile WeakReference<IPicture>? _picture;
        private volatile Task? _reading;

        public long BegunAt => begunAt;

        public Task? Reading
        {
            get => _reading;
            set => _reading = value;
        }

        public IPicture? Newest => _picture is { } held && held.TryGetTarget(out var picture) ? picture : null;

        public void Keep(IPicture? picture) => _picture = picture is null ? null : new WeakReference<IPicture>(picture);
    }
}
