using ForwardForward.Runs;
using ForwardForward.Web.Components.Live;
using ForwardForward.Web.ViewModels;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ForwardForward.Web.Components.Pictures;

/// <summary>Asks for the digits that excite a unit, again every few seconds while the run goes on.</summary>
public sealed partial class ExcitingDigits
{
    private const int Count = 12;
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(4);

    private readonly ElementReference[] _canvases = new ElementReference[Count];
    private IJSObjectReference? _module;
    private ExcitingImages? _found;

    /// <summary>Layer, from 0.</summary>
    [Parameter]
    public int Layer { get; set; }

    /// <summary>Position of the unit in the layer.</summary>
    [Parameter]
    public int Unit { get; set; }

    /// <inheritdoc/>
    protected override object? WatchKey => Run is { } run ? (run.Id, IsAlive, Layer, Unit) : null;

    private int Shown => Math.Min(Count, _found?.Images.Count ?? 0);

    private string Caption => _found switch
    {
        null => "Looking for the digits that excite it most …",
        { Images.Count: 0 } => "No digit excites it: the unit is silent to all that were tried.",
        _ => "The digits that excite it most, with its activity",
    };

    /// <inheritdoc/>
    protected override async Task AttachAsync() => _module = await JS.ImportOfAsync<ExcitingDigits>();

    /// <inheritdoc/>
    protected override async Task WatchAsync(RunSnapshot run, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Pace, Time);
        do
        {
            var found = await Runs.ExcitingImagesAsync(run.Id, Layer, Unit, Count, cancellation);
            await InvokeAsync(() =>
            {
                _found = found;
                StateHasChanged();
            });
            for (var i = 0; i < Math.Min(Count, found.Images.Count); i++)
            {
                await _module!.InvokeVoidAsync("ink", cancellation, _canvases[i], found.Images[i].Pixels, found.Width, found.Height);
            }
        }
        while (IsAlive && await timer.WaitForNextTickAsync(cancellation));
    }

    /// <inheritdoc/>
    protected override async Task DetachAsync() => await _module.ReleaseAsync();

    private string Label(int at) => at < Shown ? $"A {_found!.Images[at].Label}, activity {Activity(at)}" : "";

    private string Activity(int at) => at < Shown ? Figures.Value(_found!.Images[at].Activity) : "";
}
