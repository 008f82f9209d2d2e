using Microsoft.AspNetCore.Components.Server.Circuits;

namespace ForwardForward.Web.Components.Live;

/// <summary>
/// Whether the browser of this page can be reached. What is sent to it while it cannot is lost, and no answer ever comes: whoever waits for
/// one lets go when the connection is cut, and says everything anew when it is back.
/// </summary>
public sealed class BrowserConnection : CircuitHandler, IDisposable
{
    private readonly Lock _lock = new();
    private CancellationTokenSource _cut = new();
    private TaskCompletionSource _up = Completed();

    /// <summary>Makes one that is up.</summary>
    public BrowserConnection() => Cut = _cut.Token;

    /// <summary>Cancelled when the connection that there is now, or was last, is cut. Parts of a page may ask while the page is let go of.</summary>
    public CancellationToken Cut { get; private set; }

    /// <summary>Returns at once while there is a connection, otherwise when it is back.</summary>
    public Task IsUpAsync(CancellationToken cancellation)
    {
        lock (_lock)
        {
            return _up.Task.WaitAsync(cancellation);
        }
    }

    /// <inheritdoc/>
    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_cut.IsCancellationRequested)
            {
                _cut.Dispose();
                _cut = new CancellationTokenSource();
                Cut = _cut.Token;
            }

            _up.TrySetResult();
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_up.Task.IsCompleted)
            {
                _up = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            return _cut.CancelAsync();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _cut.Dispose();

    private static TaskCompletionSource Completed()
    {
        var up = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        up.SetResult();
        return up;
    }
}
