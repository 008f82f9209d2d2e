using Microsoft.JSInterop;
using Plotly.Blazor;

namespace ForwardForward.Web.Components.Curves;

/// <summary>
/// Plotly's chart, which whoever leaves the page need not wait for. The chart's own disposal waits for what the browser has not answered yet,
/// such as the loading of Plotly; a browser that has left never answers, and the server then held the request by which the browser says
/// goodbye for a minute. Six of them, and the browser had no connection left to load the next page over.
/// </summary>
public sealed class Plot : PlotlyChart, IAsyncDisposable
{
    private bool _gone;

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        try
        {
            await base.OnAfterRenderAsync(firstRender);
        }
        catch (Exception exception) when (_gone || exception is JSDisconnectedException or OperationCanceledException)
        {
            // Whoever has left wants no chart, and the next page must not fail for it.
        }
    }

    /// <summary>Begins to let go of the chart, and does not wait for the end.</summary>
    public new ValueTask DisposeAsync()
    {
        _gone = true;
        _ = LetGoAsync();
        return ValueTask.CompletedTask;
    }

    private async Task LetGoAsync()
    {
        try
        {
            await base.DisposeAsync();
        }
        catch (Exception exception) when (exception is JSException or JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
        {
            // The browser has left, or the chart never came to be: there is nothing to let go of.
        }
    }
}
