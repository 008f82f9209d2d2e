using ForwardForward.Web.Components.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace ForwardForward.Web.Components.Layout;

/// <summary>The bar at the top of every page.</summary>
public sealed partial class TopBar : IDisposable
{
    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private Shortcuts Commands { get; set; } = null!;

    private string Path => Navigation.ToBaseRelativePath(Navigation.Uri).Split('?', '#')[0].TrimEnd('/');

    private bool InRuns => Path is "runs" or "compare";

    private bool InPaper => Path == "paper";

    private bool InLab => Path.Length == 0 || Path.StartsWith("runs/", StringComparison.Ordinal);

    /// <inheritdoc/>
    protected override void OnInitialized() => Navigation.LocationChanged += OnLocationChanged;

    /// <inheritdoc/>
    public void Dispose() => Navigation.LocationChanged -= OnLocationChanged;

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change) => InvokeAsync(StateHasChanged);
}
