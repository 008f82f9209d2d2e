using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ForwardForward.Web.Components.Live;

/// <summary>Modules beside components, and calls that a lost connection may cut short.</summary>
public static class Interop
{
    private static readonly string Root = typeof(Interop).Namespace![..^".Components.Live".Length];

    /// <summary>Imports <c>Component.razor.js</c> from beside a component.</summary>
    public static ValueTask<IJSObjectReference> ImportOfAsync<TComponent>(this IJSRuntime js)
        where TComponent : IComponent
    {
        var type = typeof(TComponent);
        var folder = type.Namespace![(Root.Length + 1)..].Replace('.', '/');
        return js.InvokeAsync<IJSObjectReference>("import", $"./{folder}/{type.Name}.razor.js");
    }

    /// <summary>Lets go of an object in the browser, which may be gone already.</summary>
    public static async ValueTask ReleaseAsync(this IJSObjectReference? reference)
    {
        if (reference is null)
        {
            return;
        }

        try
        {
            await reference.DisposeAsync();
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException)
        {
            // The browser has left.
        }
    }

    /// <summary>Calls a function of an object in the browser that may be gone already.</summary>
    public static async ValueTask TryInvokeAsync(this IJSObjectReference? reference, string function, params object?[] arguments)
    {
        if (reference is null)
        {
            return;
        }

        try
        {
            await reference.InvokeVoidAsync(function, arguments);
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
        {
            // The browser has left, or the object was let go of before.
        }
    }
}
