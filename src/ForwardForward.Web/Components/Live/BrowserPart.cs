using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ForwardForward.Web.Components.Live;

/// <summary>
/// A component that keeps something of its own in the browser: a canvas, a chart, listeners. A person may leave the page before what was asked of
/// the browser has been answered. What fails from then on is nobody's business, least of all the next page's; what succeeds is let go of again.
/// </summary>
public abstract class BrowserPart : ComponentBase, IAsyncDisposable
{
    /// <summary>The browser.</summary>
    [Inject]
    protected IJSRuntime JS { get; set; } = null!;

    /// <summary>Whether the component has left the page.</summary>
    protected bool IsGone { get; private set; }

    /// <summary>Lets go of what is in the browser; also of half of it, and more than once.</summary>
    protected virtual Task DetachAsync() => Task.CompletedTask;

    /// <summary>Asks something of the browser; false when no answer came, or one that nobody waits for any more.</summary>
    /// <param name="ask">What is asked.</param>
    /// <exception cref="JSException">The browser failed at it, and both are still there.</exception>
    protected async Task<bool> WhileHereAsync(Func<Task> ask)
    {
        var answered = false;
        try
        {
            await ask();
            answered = true;
        }
        catch (Exception exception) when (IsGone || exception is JSDisconnectedException or OperationCanceledException)
        {
            // The component has left, or the browser has; or the browser took too long, and may do better next time.
        }

        if (IsGone)
        {
            await DetachAsync();
        }

        return answered && !IsGone;
    }

    /// <summary>Leaves the page.</summary>
    public virtual async ValueTask DisposeAsync()
    {
        IsGone = true;
        GC.SuppressFinalize(this);
        await DetachAsync();
    }
}
