using ForwardForward.Imaging;
using ForwardForward.Learning.Models;
using ForwardForward.Runs;
using ForwardForward.Web.Components.Live;
using ForwardForward.Web.ViewModels;
using ForwardForward.Web.ViewModels.Drawing;
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

    private static readonly (string Name, int Dot)[] Brushes = [("fine", 5), ("medium", 8), ("broad", 12)];
    private static readonly string Limits =
        $"up to {DigitPreparation.MaximumFileBytes / 1_000_000} MB and {DigitPreparation.MaximumPicturePixels / 1_000_000} million pixels";

    private ElementReference _canvas;
    private ElementReference _preview;
    private ElementReference _input;
    private ElementReference _brushes;
    private DotNetObjectReference<DrawingPad>? _self;
    private IJSObjectReference? _pad;
    private IDisposable? _listening;
    private IDisposable? _receiving;
    private LabelBars _bars = LabelBars.Empty;
    private Classification? _answer;
    private PadPicture? _picture;
    private string? _preparing;
    private bool _showsLayers;
    private byte[]? _pixels;
    private string? _problem; // of what came to the pad; it stays until something else comes
    private string? _refusal; // of the run, when it was asked last
    private string? _asked;
    private string _spoken = "";
    private int _undoable;

    [Inject]
    private Shortcuts Commands { get; set; } = null!;

    [Inject]
    private PadDesk Desk { get; set; } = null!;

    /// <inheritdoc/>
    protected override object? WatchKey => Run is { } run ? (run.Id, run.State == RunState.Running) : null;

    private LabelBars Bars => _bars.Verdict is null ? LabelBars.Waiting(RunProcedures.Of(Run)) : _bars;

    private string? Reader => Run switch
    {
        null => null,
        { IsReadOnly: true } when Run.Scores[MetricNames.TestGoodness] is { } error => $"read by the shipped network, {Figures.Percent(error)} wrong on test digits",
        { IsReadOnly: true } => "read by the shipped network",
        _ => "read by this run",
    };

    private bool IsEmpty => _pixels is null;

    private string BoardLabel => _picture is { } picture
        ? $"Drawing pad. It shows a picture: {picture.Words}{(picture.Truth is { } truth ? $", truly a {truth}" : "")}."
        : "Drawing pad. Draw a digit with mouse, pen or finger.";

    private IReadOnlyList<LayerGoodness> Layers => Run is { } run ? LayerGoodness.Of(_answer, run.Layers) : [];

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

    /// <summary>Told by the browser what strokes are on the pad, and how many steps can be taken back. Returns the picture that the network sees; none when there is no ink.</summary>
    [JSInvokable]
    public async Task<byte[]> Draw(byte[] drawing, int undoable)
    {
        try
        {
            var strokes = StrokeCodec.Decode(drawing);
            await ShowAsync(DigitPreparation.FromStrokes(strokes), null, undoable);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            _problem = $"The drawing could not be read: {exception.Message} Undo the last stroke or clear the pad.";
            StateHasChanged();
        }

        return _pixels ?? [];
    }

    /// <summary>Told by the browser that a picture lies on the pad.</summary>
    [JSInvokable]
    public Task Look(byte[] pixels, PadPicture about, int undoable)
    {
        if (pixels is { Length: DigitPreparation.Size * DigitPreparation.Size } && about is not null)
        {
            return ShowAsync(pixels.AsSpan().ContainsAnyExcept((byte)0) ? pixels : null, about, undoable);
        }

        _problem = $"A picture on the pad has 28 x 28 pixels; this one has {pixels?.Length ?? 0}. Take it back or clear the pad.";
        StateHasChanged();
        return Task.CompletedTask;
    }

    /// <summary>Makes a digit of a file that was chosen, dropped or pasted; null, and a sentence on the page, when it cannot be one.</summary>
    [JSInvokable]
    public async Task<byte[]?> Prepare(string name, IJSStreamReference file)
    {
        _preparing = PadPicture.Short(name);
        StateHasChanged();
        var (pixels, problem) = await PictureFile.ReadAsync(_preparing, file);
        (_preparing, _problem) = (null, problem);
        StateHasChanged();
        return pixels;
    }

    /// <summary>Told by the browser that something was dropped that is no file.</summary>
    [JSInvokable]
    public void Refuse()
    {
        _problem = "What was dropped is no file. Drop a PNG or JPEG picture of a digit.";
        StateHasChanged();
    }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        _listening = Commands.Listen(shortcut => shortcut switch
        {
            Shortcut.ClearPad => InvokeAsync(Clear),
            Shortcut.GoToPad => InvokeAsync(() => _canvas.FocusAsync().AsTask()),
            _ => Task.CompletedTask,
        });
        _receiving = Desk.Receive(digit => InvokeAsync(async () =>
        {
            await ShowAsync(digit);
            await _pad.TryInvokeAsync("reveal");
        }));
    }

    /// <inheritdoc/>
    protected override async Task AttachAsync()
    {
        _self = DotNetObjectReference.Create(this);
        var module = await JS.ImportOfAsync<DrawingPad>();
        _pad = await module.InvokeAsync<IJSObjectReference>("pad", _canvas, _preview, _input, _brushes, _self);
        await module.ReleaseAsync();
    }

    /// <inheritdoc/>
    protected override async Task WatchAsync(RunSnapshot run, CancellationToken cancellation)
    {
        if (_asked != run.Id)
        {
            (_asked, _bars, _answer, _refusal) = (run.Id, LabelBars.Empty, null, null);
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
    protected override async Task DetachAsync()
    {
        _listening?.Dispose();
        _receiving?.Dispose();
        await _pad.TryInvokeAsync("stop");
        await _pad.ReleaseAsync();
        _self?.Dispose();
    }

    private async Task ShowAsync(byte[]? pixels, PadPicture? picture, int undoable)
    {
        (_pixels, _picture, _undoable, _problem) = (pixels, picture, Math.Max(0, undoable), null);
        await AskAsync(CancellationToken.None);
        _spoken = _pixels is not null && _bars.Verdict is { } verdict ? $"Read as {verdict}" : "";
        StateHasChanged();
    }

    // The browser keeps what is on the pad, and tells the server about it as about everything else.
    private Task ShowAsync(TestDigit digit) => _pad.TryInvokeAsync("show", digit.Pixels, PadPicture.Test(digit.Index, digit.Label)).AsTask();

    private async Task AskAsync(CancellationToken cancellation)
    {
        if (_pixels is not { } pixels || Run is not { } run || !CanAnswer)
        {
            (_bars, _answer, _refusal) = (LabelBars.Empty, null, null);
            return;
        }

        try
        {
            var answer = await Runs.ClassifyAsync(run.Id, pixels, cancellation);
            if (ReferenceEquals(pixels, _pixels) && run.Id == Run?.Id)
            {
                (_bars, _answer, _refusal) = (LabelBars.Of(answer, run.Layers), answer, null);
            }
        }
        catch (Exception exception) when (exception is RunStateException or RunNotFoundException or RunRequestException)
        {
            (_bars, _answer, _refusal) = (LabelBars.Empty, null, exception.Message);
        }
    }

    private Task Choose() => _pad.TryInvokeAsync("choose").AsTask();

    private Task Undo() => _pad.TryInvokeAsync("undo").AsTask();

    private Task Clear() => _pad.TryInvokeAsync("clear").AsTask();
}
