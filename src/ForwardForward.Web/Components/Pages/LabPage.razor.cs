using ForwardForward.Runs;
using ForwardForward.Web.Components.Live;
using ForwardForward.Web.Components.RunViews;
using ForwardForward.Web.ViewModels;
using ForwardForward.Web.ViewModels.Curves;
using ForwardForward.Web.ViewModels.Starting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace ForwardForward.Web.Components.Pages;

/// <summary>The laboratory: one run, watched and steered. The link says which run, tab and layer.</summary>
public sealed partial class LabPage : IAsyncDisposable
{
    private readonly MetricHistory _empty = new();
    private StartFormModel _form = null!;
    private QuickStart _quick = null!;
    private RunSnapshot? _starter;
    private IReadOnlyList<RunSnapshot> _alive = [];
    private IDisposable? _keys;
    private RunWatch? _watch;
    private bool _held;
    private string? _missing;
    private string? _problem;
    private bool _busy;
    private Moment? _moment;
    private Moment? _beside;

    /// <summary>The run, from the link.</summary>
    [Parameter]
    public string? Id { get; set; }

    [Inject]
    private IRunService Runs { get; set; } = null!;

    [Inject]
    private RecipeList Shelf { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private Shortcuts Commands { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private RunSnapshot? Run => _watch?.Run;

    private MetricHistory History => _watch?.History ?? _empty;

    private string Title => Run is { } run ? $"{RunActions.Word(run.State)} · {run.Recipe.Title} · ForwardForward" : _missing is null ? "Lab · ForwardForward" : "No such run · ForwardForward";

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        _form = new StartFormModel(Shelf);
        _quick = new QuickStart(Runs, Shelf);
        _keys = Commands.Listen(shortcut => InvokeAsync(() => KeyAsync(shortcut)));
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        TakeRecipeOfLink();
        if (Id == Run?.Id && (Id is not null || _missing is null))
        {
            _alive = Id is null ? Alive() : [];
            _starter = Starter();
            return;
        }

        await LeaveAsync();
        (_missing, _problem) = (null, null);
        _alive = Alive();
        _starter = Starter();
        if (Id is null)
        {
            return;
        }

        try
        {
            _watch = new RunWatch(Runs, Time, Runs.Get(Id), ChangedAsync);
        }
        catch (RunNotFoundException)
        {
            _missing = Id.Length > 40 ? Id[..40] + "…" : Id;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _keys?.Dispose();
        await LeaveAsync();
    }

    private RunSnapshot[] Alive() => [.. Runs.List().Where(run => RunActions.IsAlive(run.State) || run.State == RunState.Interrupted).Take(3)];

    // While no run is chosen, the network that ships with the program reads what is drawn.
    private RunSnapshot? Starter() => Id is null ? Runs.List().FirstOrDefault(run => run.IsReadOnly) : null;

    private async Task LeaveAsync()
    {
        (_moment, _beside) = (null, null);
        if (_watch is { } watch)
        {
            _watch = null;
            await watch.DisposeAsync();
        }
    }

    private Task ChangedAsync() => InvokeAsync(() =>
    {
        if (_watch is { IsGone: true } watch)
        {
            _missing = watch.Run.Id;
        }

        StateHasChanged();
    });

    private void ShowMoment(Moment? moment) => _moment = moment;

    private void ShowBeside(Moment? moment) => _beside = moment;

    // Beside a moment of the past stands the newest state, beside the newest state how it began.
    private void ToggleBeside()
    {
        _beside = null;
        Replace(View with { With = View.With is not null ? null : _moment is null ? 0 : LabView.Live });
    }

    private bool HasPicture(RunSnapshot run) => View.Layer < run.Layers.Count && run.Layers[View.Layer].FieldWidth > 0;

    private Task KeyAsync(Shortcut shortcut)
    {
        if (shortcut == Shortcut.NewSeed)
        {
            _form.NewSeed();
            StateHasChanged();
            if (Id is null)
            {
                LinkChanged();
            }
        }
        else if (shortcut is Shortcut.Reset or Shortcut.Close && Run is not null)
        {
            _asking = shortcut == Shortcut.Reset;
            StateHasChanged();
        }
        else if (Shortcuts.LayerOf(shortcut) is { } layer && Run is { } shown && layer < shown.Layers.Count)
        {
            ShowLayer(layer);
        }

        return SteerAsync(shortcut);
    }

    private Task SteerAsync(Shortcut shortcut) => (shortcut, Run) switch
    {
        (Shortcut.Toggle, null) when _missing is null => StartAsync(),
        (Shortcut.Toggle, { } run) when RunActions.CanPause(run.State) => CommandAsync(RunCommand.Pause),
        (Shortcut.Toggle, { } run) when RunActions.CanResume(run.State) => CommandAsync(RunCommand.Resume),
        (Shortcut.StepBatch, { } run) when RunActions.CanStep(run.State) => CommandAsync(RunCommand.StepBatch),
        (Shortcut.StepEpoch, { } run) when RunActions.CanStep(run.State) => CommandAsync(RunCommand.StepEpoch),
        _ => Task.CompletedTask,
    };

    private async Task CommandAsync(RunCommand command)
    {
        if (command == RunCommand.Reset)
        {
            _asking = true;
            return;
        }

        if (_watch is not { } watch || _busy)
        {
            return;
        }

        _busy = true;
        try
        {
            var id = watch.Run.Id;
            var answer = await SendAsync(command, id);
            _problem = null;
            watch.Take(answer);
            if (answer.Id != id)
            {
                Navigation.NavigateTo((View with { RunId = answer.Id }).Link());
            }
        }
        catch (Exception exception) when (exception is RunStateException or RunNotFoundException or RunRequestException or IOException)
        {
            _problem = exception.Message;
        }
        finally
        {
            _busy = false;
            StateHasChanged();
        }
    }

    private Task<RunSnapshot> SendAsync(RunCommand command, string id) => command switch
    {
        RunCommand.Pause => Runs.PauseAsync(id),
        RunCommand.Resume => Runs.ResumeAsync(id),
        RunCommand.StepBatch => Runs.StepAsync(id, StepUnit.Batch),
        RunCommand.StepEpoch => Runs.StepAsync(id, StepUnit.Epoch),
        RunCommand.Stop => Runs.StopAsync(id),
        _ => Runs.ForkAsync(id),
    };
}
