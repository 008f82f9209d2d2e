using ForwardForward.Learning.Trainers;
using ForwardForward.Runs;
using ForwardForward.Web.Components.Live;
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
    private NegativeExamples? _examples;
    private string? _id;
    private int _index;
    private bool _held;

    private ExamplePair? Pair => _examples is { Pairs.Count: > 0 } examples ? examples.Pairs[_index % examples.Pairs.Count] : null;

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (_id != Run?.Id)
        {
            (_id, _examples, _held) = (Run?.Id, null, false);
        }

        base.OnParametersSet();
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

        await foreach (var examples in Runs.WatchNegativesAsync(run.Id, Count, FramesPerSecond, cancellation))
        {
            if (!_held || _examples is null)
            {
                await ShowAsync(examples, cancellation);
            }
        }
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _module.ReleaseAsync();
    }

    private async Task ShowAsync(NegativeExamples examples, CancellationToken cancellation)
    {
        if (examples.Pairs.Count > 0)
        {
            _examples = examples;
        }

        await InvokeAsync(StateHasChanged);
        await PaintAsync(cancellation);
    }

    private async Task PaintAsync(CancellationToken cancellation)
    {
        if (Pair is { } pair && _module is not null)
        {
            await _module.InvokeVoidAsync("paint", cancellation, _positive, Bytes(pair.Positive), pair.Width, pair.Height);
            await _module.InvokeVoidAsync("paint", cancellation, _negative, Bytes(pair.Negative), pair.Width, pair.Height);
        }
    }

    private static byte[] Bytes(float[] pixels) => Array.ConvertAll(pixels, pixel => (byte)Math.Clamp(pixel * 255, 0, 255));

    private async Task NextAsync()
    {
        _index++;
        await PaintAsync(CancellationToken.None);
    }

    private void ToggleHoldAsync() => _held = !_held;
}
