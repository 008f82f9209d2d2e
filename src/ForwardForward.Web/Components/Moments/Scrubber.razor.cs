using System.Globalization;
using ForwardForward.Runs;
using ForwardForward.Web.Components.Live;
using ForwardForward.Web.ViewModels;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ForwardForward.Web.Components.Moments;

/// <summary>
/// Chooses the moment that the page shows. Dragging shows moments as fast as they can be read, the newest wish first; letting go, keys and
/// buttons put the moment into the link as well.
/// </summary>
public sealed partial class Scrubber : IAsyncDisposable
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan CalmFrame = TimeSpan.FromSeconds(2);

    private readonly List<long?> _told = [];
    private KeptMoments _kept = new([], 0);
    private IJSObjectReference? _module;
    private IDisposable? _keys;
    private CancellationTokenSource? _playing;
    private (string Id, long Step, RunState State)? _listed;
    private (string Id, long? At)? _linked;
    private Moment? _moment;
    private long? _wanted;
    private bool _seeking;
    private string? _problem;

    /// <summary>The run.</summary>
    [Parameter, EditorRequired]
    public RunSnapshot Run { get; set; } = null!;

    /// <summary>The step that the link asks for; null is live.</summary>
    [Parameter]
    public long? At { get; set; }

    /// <summary>Told what to show; null is live.</summary>
    [Parameter]
    public EventCallback<Moment?> OnMoment { get; set; }

    /// <summary>Told what the link should say from now on.</summary>
    [Parameter]
    public EventCallback<long?> OnAt { get; set; }

    /// <summary>Whether it chooses the moment that stands beside another: then it leaves keys and time-lapse to the first.</summary>
    [Parameter]
    public bool Beside { get; set; }

    /// <summary>Further buttons.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Inject]
    private IRunService Runs { get; set; } = null!;

    [Inject]
    private Shortcuts Commands { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private IJSRuntime JS { get; set; } = null!;

    private bool IsLive => _moment is null;

    private string Label => Beside ? "Time, of what stands beside" : "Time";

    private int Position => _moment is { } moment ? IndexOf(moment.Step) : _kept.Steps.Count;

    private string Spoken => _moment is { } moment
        ? $"step {Figures.Count(moment.Step)}, epoch {moment.Epoch.ToString("0.00", Invariant)}"
        : RunActions.IsAlive(Run.State) ? "live" : "newest";

    private string Kept => _kept.Steps.Count == 0 ? "no moment kept yet" : $"{_kept.Steps.Count} kept of {_kept.Taken}";

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        if (!Beside)
        {
            _keys = Commands.Listen(shortcut => InvokeAsync(() => KeyAsync(shortcut)));
        }
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_linked?.Id is { } before && before != Run.Id)
        {
            (_moment, _wanted, _kept) = (null, null, new KeptMoments([], 0));
            _told.Clear();
            EndPlaying();
        }

        var (listed, linked) = ((Run.Id, Run.Step, Run.State), (Run.Id, At));
        var follow = _linked != linked;
        _linked = linked;
        if (_listed != listed)
        {
            _listed = listed;
            await ListAsync();
        }

        if (follow && !WasTold() && At != _wanted)
        {
            EndPlaying();
            await SeekAsync(At);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        EndPlaying();
        _keys?.Dispose();
        await _module.ReleaseAsync();
    }

    private async Task ListAsync()
    {
        try
        {
            _kept = await Runs.MomentsAsync(Run.Id);
        }
        catch (RunNotFoundException)
        {
            // Deleted: the page says so.
        }
    }

    private int IndexOf(long step) => _kept.Steps.Count(kept => kept < step);

    private long? StepAt(int index) => index >= 0 && index < _kept.Steps.Count ? _kept.Steps[index] : null;

    private Task DragAsync(ChangeEventArgs change)
    {
        EndPlaying();
        return SeekAsync(Read(change));
    }

    private Task LetGoAsync(ChangeEventArgs change) => GoAsync(Read(change));

    private long? Read(ChangeEventArgs change) =>
        int.TryParse(change.Value as string, NumberStyles.None, Invariant, out var index) ? StepAt(index) : null;

    private Task KeyAsync(Shortcut shortcut) => shortcut switch
    {
        Shortcut.Earlier => GoAsync(StepAt(Math.Max(0, Position - 1))),
        Shortcut.Later => GoAsync(StepAt(Position + 1)),
        Shortcut.FirstMoment => GoAsync(StepAt(0)),
        Shortcut.Live => GoAsync(null),
        _ => Task.CompletedTask,
    };

    private async Task GoAsync(long? step)
    {
        EndPlaying();
        await SeekAsync(step);
        await TellAsync(step);
    }

    private Task TellAsync(long? step)
    {
        if (step != (_told.Count > 0 ? _told[^1] : At))
        {
            _told.Add(step);
        }

        return OnAt.InvokeAsync(step);
    }

    // A link says what it was told a moment later, when there may be another wish already: only what somebody else put into it is followed.
    private bool WasTold()
    {
        var told = _told.IndexOf(At);
        _told.RemoveRange(0, told < 0 ? _told.Count : told + 1);
        return told >= 0;
    }

    // While one moment is being read, further wishes wait, and only the last of them counts.
    private async Task SeekAsync(long? step)
    {
        _wanted = step;
        if (_seeking)
        {
            return;
        }

        _seeking = true;
        try
        {
            long? done;
            do
            {
                done = _wanted;
                _moment = await ReadAsync(done);
                await OnMoment.InvokeAsync(_moment);
                StateHasChanged();
            }
            while (done != _wanted);
        }
        finally
        {
            _seeking = false;
        }
    }

    private async Task<Moment?> ReadAsync(long? step)
    {
        _problem = null;
        try
        {
            return step is { } wanted ? await Runs.MomentAsync(Run.Id, wanted) : null;
        }
        catch (Exception exception) when (exception is RunRequestException or RunStateException)
        {
            _problem = $"{exception.Message} What you see is the newest state.";
        }
        catch (RunNotFoundException)
        {
            // Deleted: the page says so.
        }

        return null;
    }

    private async Task PlayAsync()
    {
        EndPlaying();
        var playing = _playing = new CancellationTokenSource();
        try
        {
            _module ??= await JS.ImportOfAsync<Scrubber>();
            var pause = await _module.InvokeAsync<bool>("calm", playing.Token) ? CalmFrame : Frame;
            _ = RunAsync(Position >= _kept.Steps.Count - 1 ? 0 : Position + 1, pause, playing.Token);
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException)
        {
            EndPlaying();
        }
    }

    // Steps, not places in the list: while the run goes on, moments make room.
    private async Task RunAsync(int from, TimeSpan pause, CancellationToken cancellation)
    {
        try
        {
            for (var next = StepAt(from); next is { } step; next = _kept.Steps.Where(kept => kept > step).Cast<long?>().FirstOrDefault())
            {
                await InvokeAsync(() => cancellation.IsCancellationRequested ? Task.CompletedTask : SeekAsync(step));
                await Task.Delay(pause, Time, cancellation);
            }

            await InvokeAsync(() => cancellation.IsCancellationRequested ? Task.CompletedTask : GoAsync(null));
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
        }
    }

    private async Task StopAsync()
    {
        EndPlaying();
        await TellAsync(_moment?.Step);
    }

    private void EndPlaying()
    {
        _playing?.Cancel();
        _playing?.Dispose();
        _playing = null;
    }
}
