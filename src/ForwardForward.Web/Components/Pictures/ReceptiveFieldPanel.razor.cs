using ForwardForward.Learning.Readings;
using ForwardForward.Runs;
using ForwardForward.Web.Components.Live;
using ForwardForward.Web.ViewModels;
using ForwardForward.Web.ViewModels.Pictures;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ForwardForward.Web.Components.Pictures;

/// <summary>
/// A mosaic of receptive fields on a canvas. A frame is sent when the last one has been drawn, so the newest always wins; the colours are
/// made in the browser, so that they follow the theme.
/// </summary>
public sealed partial class ReceptiveFieldPanel
{
    /// <summary>Units on a page: a number with many divisors, so that whole rows fit any width.</summary>
    public const int PageSize = 60;

    private const int ChannelsOnAPage = 12;

    private ElementReference _canvas;
    private IJSObjectReference? _mosaic;
    private FieldScale _scale;
    private bool _smooth = true;
    private FieldFrame? _frame;
    private ReceptiveFields? _fields;
    private int _first;
    private (string?, int) _shown;
    private FieldFrame? _plain;
    private FieldsView _chosenView;
    private DotNetObjectReference<ReceptiveFieldPanel>? _self;
    private byte[]? _unitPixels;
    private int? _unit;

    /// <summary>Layer, from 0.</summary>
    [Parameter]
    public int Layer { get; set; }

    /// <summary>Told when another layer is chosen.</summary>
    [Parameter]
    public EventCallback<int> OnLayer { get; set; }

    /// <inheritdoc/>
    protected override object? WatchKey => Run is { } run && HasPicture ? (run.Id, IsAlive, Layer, _first, View) : null;

    private UnitReading? Reading => _unit is { } unit && _fields is { } fields ? UnitReading.Of(fields, unit) : null;

    private byte[] UnitPixels => _unitPixels ??= _unit is { } unit && _plain is { } frame && _fields is { } fields
        ? frame.Pixels.AsSpan(unit * fields.FieldWidth * fields.FieldHeight, fields.FieldWidth * fields.FieldHeight).ToArray()
        : [];

    private LayerDescription? Described => Run is { } run && Layer >= 0 && Layer < run.Layers.Count ? run.Layers[Layer] : null;

    // Snapshots keep weights; what excites a unit is tried live.
    private FieldsView View => Moment is null ? _chosenView : FieldsView.Weights;

    private bool HasPicture => Described is { } layer && (View == FieldsView.Inputs || layer is { FieldWidth: > 0, FieldHeight: > 0 });

    // Local fields lie on their grid; what excites a unit is a whole picture.
    private GridLayout? Layout => View == FieldsView.Weights && Described?.Grid is { } grid ? new GridLayout(grid) : null;

    private int PerTile => Layout?.Grid.Locations ?? 1;

    private int PerPage => Layout is { } layout ? ChannelsOnAPage * layout.Grid.Locations : PageSize;

    // Of a moment of the past only the first units are kept.
    private int Units => Moment is null ? Described?.Units ?? 0 : KeptUnits;

    private int KeptUnits => Moment is { } moment && Layer < moment.Fields.Count && moment.Fields[Layer] is { FieldWidth: > 0, FieldHeight: > 0 } kept
        ? kept.Fields.Length / kept.FieldSize
        : 0;

    private string Caption => (Run, Moment) switch
    {
        (null, _) => "what each unit looks for",
        (_, null) => $"layer {Layer + 1}, what each unit looks for",
        (_, { } moment) => $"layer {Layer + 1} at step {Figures.Count(moment.Step)}",
    };

    private string Range => $"{Figures.Count(_first + 1)}–{Figures.Count(Math.Min(_first + PerPage, Units))} of {Figures.Count(Units)}"
        + (Moment is not null && Units < Described?.Units ? " kept" : "");

    private string Description => View == FieldsView.Inputs
        ? $"What excites units {Range} of layer {Layer + 1}: ink that each wants teal, ink that it does without vermilion."
        : $"Receptive fields of units {Range} of layer {Layer + 1}{(Layout is null ? "" : ", every tile a channel with its fields on their grid")}: positive weights teal, negative weights vermilion, zero the colour of the paper.";

    private string HintOfWeights => Layer == 0
        ? "The weights of each unit"
        : "The fields of the layer below, weighted by the unit's own weights: a linear chain";

    private string Missing => Run switch
    {
        { Layers.Count: 0 } run => $"The fields appear when the network is made. {RunProgress.Of(run).Activity ?? RunActions.Meaning(run.State)}",
        { } run when Layer >= run.Layers.Count => $"This run has no layer {Layer + 1}; it has {run.Layers.Count}.",
        _ => $"Layer {Layer + 1} sees activities of the layer below, not pixels, so its weights have no picture. What excites its units has.",
    };

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (_shown != (Run?.Id, Layer))
        {
            (_shown, _first) = ((Run?.Id, Layer), 0);
            Forget();
        }

        if (Moment is not null && _first >= KeptUnits)
        {
            _first = 0;
        }

        base.OnParametersSet();
    }

    /// <inheritdoc/>
    protected override bool ShowsMoments => true;

    /// <inheritdoc/>
    protected override async Task ShowAsync(Moment moment, CancellationToken cancellation)
    {
        if (KeptUnits == 0)
        {
            return;
        }

        var kept = moment.Fields[Layer].Grey();
        var size = kept.FieldWidth * kept.FieldHeight;
        var first = Math.Min(_first, KeptUnits - 1);
        await DrawAsync(kept with { FirstUnit = first, Fields = kept.Fields[(first * size)..(Math.Min(first + PerPage, KeptUnits) * size)] }, cancellation);
    }

    /// <inheritdoc/>
    protected override async Task AttachAsync()
    {
        var module = await JS.ImportOfAsync<ReceptiveFieldPanel>();
        _self = DotNetObjectReference.Create(this);
        _mosaic = await module.InvokeAsync<IJSObjectReference>("mosaic", _canvas, _self);
        await module.ReleaseAsync();
    }

    /// <inheritdoc/>
    protected override async Task WatchAsync(RunSnapshot run, CancellationToken cancellation)
    {
        var request = new FieldsRequest(Layer, _first, PerPage, View);
        if (IsAlive)
        {
            await foreach (var fields in Runs.WatchReceptiveFieldsAsync(run.Id, request, 4, cancellation))
            {
                await DrawAsync(fields.Grey(), cancellation);
            }
        }
        else
        {
            await DrawAsync((await Runs.ReceptiveFieldsAsync(run.Id, request, cancellation)).Grey(), cancellation);
        }
    }

    /// <inheritdoc/>
    protected override async Task DetachAsync()
    {
        await _mosaic.TryInvokeAsync("stop");
        await _mosaic.ReleaseAsync();
        _self?.Dispose();
    }

    /// <summary>Told by the browser which tile was clicked, and on which of its weights.</summary>
    [JSInvokable]
    public Task Inspect(int tile, int x, int y)
    {
        var unit = (tile * PerTile) + (Layout?.PlaceAt(x, y) ?? 0);
        return SelectAsync(unit == _unit ? null : unit);
    }

    private void Forget() => (_frame, _plain, _fields, _unit, _unitPixels) = (null, null, null, null, null);

    private async Task DrawAsync(ReceptiveFields fields, CancellationToken cancellation)
    {
        var before = Limit("");
        var plain = FieldFrame.From(fields, _scale, _smooth && View == FieldsView.Weights);
        var laid = Layout?.Lay(_smooth ? FieldSmoothing.Of(fields) : fields);
        var frame = laid is null ? plain : FieldFrame.From(laid, _scale);
        await InvokeAsync(() => (_fields, _frame, _plain, _unitPixels) = (fields, frame, plain, null));
        var drawn = laid ?? fields;
        await _mosaic!.InvokeVoidAsync("draw", cancellation, frame.Pixels, drawn.FieldWidth, drawn.FieldHeight, drawn.LabelPixels);
        if (Limit("") != before || _unit is not null)
        {
            await InvokeAsync(StateHasChanged);
        }
    }

    private string Limit(string sign) => _frame is { Limit: > 0 } frame ? $"{sign}{frame.Limit.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)}" : sign;

    private Task SetScale(FieldScale scale)
    {
        _scale = scale;
        return RedrawAsync();
    }

    private Task SetSmooth(bool smooth)
    {
        _smooth = smooth;
        return RedrawAsync();
    }

    private async Task SetView(FieldsView view)
    {
        await SelectAsync(null);
        (_chosenView, _first) = (view, 0);
        Forget();
        Restart();
    }

    private async Task RedrawAsync()
    {
        if (_fields is { } fields && _mosaic is not null)
        {
            await DrawAsync(fields, CancellationToken.None);
        }
    }

    private async Task SelectAsync(int? unit)
    {
        if (unit is { } wanted && (_fields is not { } fields || UnitReading.Of(fields, wanted) is null))
        {
            return;
        }

        (_unit, _unitPixels) = (unit, null);
        StateHasChanged();
        await _mosaic.TryInvokeAsync("select", unit is { } one ? one / PerTile : -1);
    }

    private Task MoveAsync(int by)
    {
        var count = _plain?.Count ?? 0;
        return _unit is { } unit && count > 0 ? SelectAsync((unit + by + count) % count) : Task.CompletedTask;
    }

    private async Task PageAsync(int pages)
    {
        await SelectAsync(null);
        _first = Math.Clamp(_first + (pages * PerPage), 0, Math.Max(0, (Units - 1) / PerPage * PerPage));
        Restart();
    }
}
