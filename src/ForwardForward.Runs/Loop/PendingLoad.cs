using Microsoft.Extensions.Logging;

namespace ForwardForward.Runs.Loop;

/// <summary>A run on its way into memory; given up when its loop ends first.</summary>
internal sealed class PendingLoad : IDisposable
{
    private readonly CancellationTokenSource _ending = new();
    private Task<LoadedRun> _loading = Task.FromException<LoadedRun>(new InvalidOperationException("Loading has not begun."));

    /// <summary>Whether there is something to <see cref="Take"/>, be it a failure.</summary>
    public bool IsCompleted => _loading.IsCompleted;

    /// <summary>Begins to load.</summary>
    /// <param name="load">Loads; given up by its token.</param>
    /// <param name="loaded">Called when it is over, however it went.</param>
    public void Begin(Func<CancellationToken, Task<LoadedRun>> load, Action loaded)
    {
        _loading = Task.Run(() => load(_ending.Token));
        _loading.ContinueWith(_ => loaded(), TaskScheduler.Default);
    }

    /// <summary>What was loaded; throws what went wrong.</summary>
    public LoadedRun Take() => _loading.GetAwaiter().GetResult();

    /// <summary>Nobody wants it any more.</summary>
    public void GiveUp() => _ending.Cancel();

    /// <summary>Waits for what nobody will take, and lets go of it.</summary>
    public void Drop(string run, ILogger logger)
    {
        try
        {
            Take().Setup.Dispose();
        }
        catch (Exception exception)
        {
            logger.LogDebug(exception, "Run {Run} ended before it was loaded", run);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _ending.Dispose();
}
