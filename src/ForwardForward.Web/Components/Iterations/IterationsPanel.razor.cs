using ForwardForward.Runs;
using ForwardForward.Web.Components.Live;
using ForwardForward.Web.ViewModels;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ForwardForward.Web.Components.Iterations;

/// <summary>Follows how labels fare while the net settles: on a digit of the newest batch, or on a test digit that is leafed to.</summary>
public sealed partial class IterationsPanel
{
    private const double FramesPerSecond = 1;

    private ElementReference _canvas;
    private IJSObjectReference? _module;
    private LabelIterations? _found;
    private string? _id;
    private int? _digit;

    /// <inheritdoc/>
    protected override object? WatchKey => Run is { } run ? (run.Id, IsAlive, _digit) : null;

    private string Caption => _found is { } found
        ? $"goodness of each label over {found.Goodness.Length} iterations; {found.FirstScored} to {found.LastScored} count"
        : "goodness of each label over the iterations";

    private string Missing => Run is { Layers.Count: 0 } run
        ? $"The labels compete when the network is made. {RunProgress.Of(run).Activity ?? RunActions.Meaning(run.State)}"
        : "The network settles on its first digit …";

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (_id != Run?.Id)
        {
            (_id, _found, _digit) = (Run?.Id, null, null);
        }

        base.OnParametersSet();
    }

    /// <inheritdoc/>
    protected override async Task AttachAsync() => _module = await JS.ImportOfAsync<IterationsPanel>();

    /// <inheritdoc/>
    protected override async Task WatchAsync(RunSnapshot run, CancellationToken cancellation)
    {
        if (!IsAlive)
        {
            await ShowAsync(await Runs.IterationsAsync(run.Id, _digit, cancellation), cancellation);
            return;
        }

        await foreach (var found in Runs.WatchIterationsAsync(run.Id, _digit, FramesPerSecond, cancellation))
        {
            await ShowAsync(found, cancellation);
        }
    }

    /// <inheritdoc/>
    protected override async Task DetachAsync() => await _module.ReleaseAsync();

    private async Task ShowAsync(LabelIterations found, CancellationToken cancellation)
    {
        await InvokeAsync(() =>
        {
            _found = found;
            StateHasChanged();
        });
        await _module!.InvokeVoidAsync("paint", cancellation, _canvas, found.Pixels, found.Width, found.Height);
    }

    private Task ChooseAsync(int? digit)
    {
        _digit = digit is { } number ? Math.Clamp(number, 0, Math.Max(0, (_found?.Digits ?? 1) - 1)) : null;
        Restart();
        return Task.CompletedTask;
    }
}
