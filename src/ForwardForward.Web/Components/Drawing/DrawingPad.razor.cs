using ForwardForward.Imaging;
using ForwardForward.Runs;
using ForwardForward.Web.Components.Live;
using ForwardForward.Web.ViewModels;
using ForwardForward.Web.ViewModels.Drawing;
using ForwardForward.Web.ViewModels.Starting;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ForwardForward.Web.Components.Drawing;

/// <summary>
/// The drawing pad. The browser keeps the strokes and sends them when the last answer has come: one question is under way at a time, and
/// it is always about the newest drawing. While the run learns, the same drawing is asked about again, so the answer follows the weights.
/// </summary>
public sealed partial class DrawingPad
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(1);

    private ElementReference _canvas;
    private ElementReference _preview;
    private DotNetObjectReference<DrawingPad>? _self;
    private IJSObjectReference? _pad;
    private IDisposable? _listening;
    private LabelBars _bars = LabelBars.Empty;
    private byte[]? _pixels;
    private string? _problem;
    private string? _asked;
    private string _spoken = "";
    private int _strokes;

    [Inject]
    private Shortcuts Commands { get; set; } = null!;

    /// <inheritdoc/>
    protected override object? WatchKey => Run is { } run ? (run.Id, run.State == RunState.Running) : null;

    [Inject]
    private RecipeShelf Shelf { get; set; } = null!;

    private LabelBars Bars => _bars.Verdict is null ? LabelBars.Waiting(RunProcedures.Of(Run, Shelf)) : _bars;

    private string? Reader => Run switch
    {
        null => null,
        { IsReadOnly: true, Errors.TestGoodness: { } error } => $"read by the shipped network, {Figures.Percent(error)} wrong on test digits",
        { IsReadOnly: true } => "read by the shipped network",
        _ => "read by this run",
    };

    private bool CanAnswer => Run is { Layers.Count: > 0 };

    private string Comment => (Run, _pixels, _bars.Verdict) switch
    {
        (null, _, _) => "No network reads along yet.",
        ({ Layers.Count: 0 }, _, _) => "The network is still being made.",
        (_, null, _) => "An empty pad gets no answer.",
        (_, _, null) => "Asking…",
        _ => (_bars.ByGoodness, _bars.Bars.FirstOrDefault(bar => bar.IsVerdict)?.Softmax) switch
        {
            (true, { } softmax) => $"by goodness; softmax gives it {Figures.Share(Math.Round(softmax, 2))}",
            (true, null) => "by goodness",
            (false, { } softmax) => $"by softmax, with {Figures.Share(Math.Round(softmax, 2))}",
            _ => "",
        },
    };

    /// <summary>Told by the browser that there are as many strokes, and what they are. Returns the picture that the network sees; none when there is no ink.</summary>
    [JSInvokable]
    public async Task<byte[]> Draw(byte[] drawing, int strokes)
    {
        try
        {
            _strokes = Math.Max(0, strokes);
            _pixels = DigitPreparation.FromStrokes(StrokeCodec.Decode(drawing));
            _problem = null;
            await AskAsync(CancellationToken.None);
            _spoken = _pixels is not null && _bars.Verdict is { } verdict ? $"Read as {verdict}" : "";
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            _problem = $"The drawing could not be read: {exception.Message} Undo the last stroke or clear the pad.";
        }

        StateHasChanged();
        return _pixels ?? [];
    }

    /// <inheritdoc/>
    protected override void OnInitialized() =>
        _listening = Commands.Listen(shortcut => shortcut switch
        {
            Shortcut.ClearPad => InvokeAsync(Clear),
            Shortcut.GoToPad => InvokeAsync(() => _canvas.FocusAsync().AsTask()),
            _ => Task.CompletedTask,
        });

    /// <inheritdoc/>
    protected override async Task AttachAsync()
    {
        _self = DotNetObjectReference.Create(this);
        var module = await JS.ImportOfAsync<DrawingPad>();
        _pad = await module.InvokeAsync<IJSObjectReference>("pad", _canvas, _preview, _self);
        await module.ReleaseAsync();
    }

    /// <inheritdoc/>
    protected override async Task WatchAsync(RunSnapshot run, CancellationToken cancellation)
    {
        if (_asked != run.Id)
        {
            (_asked, _bars) = (run.Id, LabelBars.Empty);
        }

        using var timer = new PeriodicTimer(AskAgain, Time);
        do
        {
            if (_pixels is not null)
            {
                await InvokeAsync(async () =>
                {
                    await AskAsync(cancellation);
                    StateHasChanged();
                });
            }
        }
        while (await timer.WaitForNextTickAsync(cancellation) && (run.State == RunState.Running || _bars.Verdict is null));
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        _listening?.Dispose();
        await base.DisposeAsync();
        await _pad.TryInvokeAsync("stop");
        await _pad.ReleaseAsync();
        _self?.Dispose();
    }

    private async Task AskAsync(CancellationToken cancellation)
    {
        if (_pixels is not { } pixels || Run is not { } run || !CanAnswer)
        {
            _bars = LabelBars.Empty;
            return;
        }

        try
        {
            var answer = await Runs.ClassifyAsync(run.Id, pixels, cancellation);
            if (ReferenceEquals(pixels, _pixels) && run.Id == Run?.Id)
            {
                (_bars, _problem) = (LabelBars.Of(answer, run.Layers), null);
            }
        }
        catch (Exception exception) when (exception is RunStateException or RunNotFoundException or RunRequestException)
        {
            (_bars, _problem) = (LabelBars.Empty, exception.Message);
        }
    }

    private Task Undo() => _pad.TryInvokeAsync("undo").AsTask();

    private Task Clear() => _pad.TryInvokeAsync("clear").AsTask();
}
