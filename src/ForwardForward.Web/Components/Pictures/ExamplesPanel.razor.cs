using ForwardForward.Learning.Readings;
using ForwardForward.Runs;
using ForwardForward.Web.Components.Live;
using ForwardForward.Web.ViewModels;
using ForwardForward.Web.ViewModels.Pictures;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ForwardForward.Web.Components.Pictures;

/// <summary>Examples of the batch, one pair at a time, changing slowly enough to be read.</summary>
public sealed partial class ExamplesPanel
{
    private const int Count = 8;
    private const double FramesPerSecond = 0.8;

    private ElementReference _positive;
    private ElementReference _negative;
    private IJSObjectReference? _module;
    private ElementReference _result;
    private ElementReference[] _partCanvases = [];
    private IReadOnlyList<ExamplePart> _parts = [];
    private NegativeExamples? _examples;
    private string? _id;
    private int _index;
    private bool _held;

    private ExamplePair? Pair => _examples is { Pairs.Count: > 0 } examples ? examples.Pairs[_index % examples.Pairs.Count] : null;

    private string Missing => !RunProcedures.Of(Run).LayerGoodness
        ? "This network learns without negatives: there are no pairs to show."
        : Moment is { } moment ? $"Nothing had been trained at step {moment.Step}: there was no batch yet."
        : Run is { IsReadOnly: true } ? "This network ships with the program and trains no more. Start a run to see its examples."
        : IsAlive ? "The first batch is still to come." : "Examples are shown while a run is alive. Resume or fork it to see them.";

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (_id != Run?.Id)
        {
            (_id, _examples, _held, _parts) = (Run?.Id, null, false, []);
        }

        base.OnParametersSet();
    }

    /// <inheritdoc/>
    protected override bool ShowsMoments => true;

    /// <inheritdoc/>
    protected override Task ShowAsync(Moment moment, CancellationToken cancellation)
    {
        // A pair of another moment must not stand for one that had none.
        _examples = moment.Examples.Pairs.Count > 0 ? moment.Examples : null;
        return InvokeAsync(() => PaintAsync(cancellation));
    }

    /// <inheritdoc/>
    protected override async Task AttachAsync() => _module = await JS.ImportOfAsync<ExamplesPanel>();

    /// <inheritdoc/>
    protected override async Task WatchAsync(RunSnapshot run, CancellationToken cancellation)
    {
        if (!IsAlive)
        {
            await ShowAsync(await Runs.NegativesAsync(run.Id, Count, cancellation), cancellation);
            return;
        }

        var wasPast = true;
        await foreach (var examples in Runs.WatchNegativesAsync(run.Id, Count, FramesPerSecond, cancellation))
        {
            if (!_held || _examples is null || wasPast)
            {
                await ShowAsync(examples, cancellation);
            }

            wasPast = false;
        }
    }

    /// <inheritdoc/>
    protected override async Task DetachAsync() => await _module.ReleaseAsync();

    private async Task ShowAsync(NegativeExamples examples, CancellationToken cancellation)
    {
        if (examples.Pairs.Count > 0)
        {
            _examples = examples;
        }

        await InvokeAsync(() => PaintAsync(cancellation));
    }

    // Rendered first: another pair may have other parts, and each needs its canvas.
    private async Task PaintAsync(CancellationToken cancellation)
    {
        _parts = Pair is { } shown ? ExampleParts.Of(shown) : [];
        if (_partCanvases.Length != _parts.Count)
        {
            _partCanvases = new ElementReference[_parts.Count];
        }

        StateHasChanged();
        if (Pair is not { } pair || _module is null)
        {
            return;
        }

        ElementReference[] canvases = [_positive, _negative, .. _partCanvases, .. _parts.Count > 0 ? [_result] : Array.Empty<ElementReference>()];
        float[] pixels = [.. pair.Positive, .. pair.Negative, .. _parts.SelectMany(part => part.Pixels), .. _parts.Count > 0 ? pair.Negative : []];

        // In one call: a positive of one batch must never stand beside the negative of another.
        await _module.InvokeVoidAsync("paintAll", cancellation, canvases, Array.ConvertAll(pixels, pixel => (byte)Math.Clamp(pixel * 255, 0, 255)), pair.Width, pair.Height);
    }

    private async Task NextAsync()
    {
        _index++;
        await PaintAsync(CancellationToken.None);
    }

    private void ToggleHoldAsync() => _held = !_held;
}
