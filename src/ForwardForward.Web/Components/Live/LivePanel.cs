using ForwardForward.Runs;
using ForwardForward.Web.ViewModels;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ForwardForward.Web.Components.Live;

/// <summary>
/// A part of the page that watches a run. Watching starts when the run is set, starts over when what is watched changes (another run,
/// another layer, a run that came alive) or a connection that was cut is back, and ends with the component; the feed is read in process and
/// skips what the page is too slow for.
/// </summary>
public abstract class LivePanel : BrowserPart
{
    private const string NoAnswer = "The browser did not answer while this part was being made. Load the page again to see it.";

    private readonly TaskCompletionSource _rendered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenSource? _watching;
    private object? _key;

    /// <summary>The run; null when none is chosen.</summary>
    [Parameter]
    public RunSnapshot? Run { get; set; }

    /// <summary>The moment that the page shows; null is live.</summary>
    [CascadingParameter]
    public Moment? Moment { get; set; }

    /// <summary>Why nothing is shown, in a sentence; null when all is well.</summary>
    protected string? Problem { get; private set; }

    /// <summary>The runs.</summary>
    [Inject]
    protected IRunService Runs { get; set; } = null!;

    /// <summary>The clock that paces the page.</summary>
    [Inject]
    protected TimeProvider Time { get; set; } = null!;

    /// <summary>Whether the browser can be reached.</summary>
    [Inject]
    protected BrowserConnection Connection { get; set; } = null!;

    /// <summary>Whether the run can still change.</summary>
    protected bool IsAlive => Run is { } run && RunActions.IsAlive(run.State);

    /// <summary>What is watched; when it changes, watching starts over.</summary>
    protected virtual object? WatchKey => Run is { } run ? (run.Id, IsAlive) : null;

    /// <summary>Whether the part shows the page's moment in place of what it watches; then watching starts over with every moment.</summary>
    protected virtual bool ShowsMoments => false;

    /// <summary>Watches until cancelled, and begins with all there is to see; called once the canvas or chart exists, and again after a cut.</summary>
    protected abstract Task WatchAsync(RunSnapshot run, CancellationToken cancellation);

    /// <summary>Shows a moment that was kept; called once the canvas or chart exists.</summary>
    protected virtual Task ShowAsync(Moment moment, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Prepares canvas or chart, once.</summary>
    protected virtual Task AttachAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    protected override void OnParametersSet() => Restart();

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        if (await WhileHereAsync(AttachAsync))
        {
            _rendered.TrySetResult();
        }
        else
        {
            _rendered.TrySetCanceled();
            Problem = NoAnswer;
            StateHasChanged();
        }
    }

    /// <summary>Starts watching over if <see cref="WatchKey"/> or the moment has changed.</summary>
    protected void Restart()
    {
        object? key = WatchKey is { } watched ? (watched, ShowsMoments ? Moment : null) : null;
        if (Equals(_key, key))
        {
            return;
        }

        _key = key;
        _watching?.Cancel();
        _watching?.Dispose();
        _watching = null;
        Problem = _rendered.Task.IsCanceled ? NoAnswer : null;
        if (Run is { } run)
        {
            _watching = new CancellationTokenSource();
            _ = GuardAsync(run, _watching.Token);
        }
    }

    private async Task GuardAsync(RunSnapshot run, CancellationToken cancellation)
    {
        try
        {
            await _rendered.Task.WaitAsync(cancellation);
            do
            {
                await Connection.IsUpAsync(cancellation);
            }
            while (!await UntilCutAsync(run, cancellation));
        }
        catch (Exception exception) when (exception is OperationCanceledException or JSDisconnectedException or RunNotFoundException)
        {
            // The page moved on, the connection went, or the run was deleted: the page as a whole says so.
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            Problem = exception is RunRequestException or RunStateException
                ? exception.Message
                : $"This part stopped following the run: {exception.Message} Load the page again to follow it.";
            await InvokeAsync(StateHasChanged);
        }
    }

    // False when the connection was cut: whoever waits for the browser then waits for ever, so nobody waits for them.
    private async Task<bool> UntilCutAsync(RunSnapshot run, CancellationToken cancellation)
    {
        using var here = CancellationTokenSource.CreateLinkedTokenSource(cancellation, Connection.Cut);
        try
        {
            await (ShowsMoments && Moment is { } moment ? ShowAsync(moment, here.Token) : WatchAsync(run, here.Token)).WaitAsync(here.Token);
            return true;
        }
        catch (OperationCanceledException) when (here.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Ends watching, and leaves the page.</summary>
    public override ValueTask DisposeAsync()
    {
        _watching?.Cancel();
        _watching?.Dispose();
        _watching = null;
        GC.SuppressFinalize(this);
        return base.DisposeAsync();
    }
}
