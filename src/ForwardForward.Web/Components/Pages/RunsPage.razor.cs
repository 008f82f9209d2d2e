using ForwardForward.Runs;
using ForwardForward.Web.ViewModels;
using ForwardForward.Web.ViewModels.Comparing;
using ForwardForward.Web.ViewModels.RunLists;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace ForwardForward.Web.Components.Pages;

/// <summary>All runs: found, sorted, noted, chosen, taken away, deleted and brought back. The link says which are shown.</summary>
public sealed partial class RunsPage : IDisposable
{
    private const int Portion = 50;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _stop = new();
    private readonly HashSet<string> _chosen = new(StringComparer.Ordinal);
    private IReadOnlyList<RunSnapshot>? _runs;
    private IReadOnlyList<RunSnapshot> _bin = [];
    private IReadOnlyList<RunSnapshot> _deleted = [];
    private string? _problem;
    private int _most = Portion;
    private Task _reading = Task.CompletedTask;

    /// <summary>Words to look for, from the link.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    private string? Search { get; set; }

    /// <summary>State, from the link.</summary>
    [SupplyParameterFromQuery]
    private string? State { get; set; }

    /// <summary>Recipe, from the link.</summary>
    [SupplyParameterFromQuery]
    private string? Recipe { get; set; }

    /// <summary>Tag, from the link.</summary>
    [SupplyParameterFromQuery]
    private string? Tag { get; set; }

    /// <summary>Order, from the link.</summary>
    [SupplyParameterFromQuery]
    private string? Order { get; set; }

    /// <summary>Whether the order is turned round, from the link.</summary>
    [SupplyParameterFromQuery]
    private string? Reversed { get; set; }

    /// <summary>Whether the bin is shown, from the link.</summary>
    [SupplyParameterFromQuery]
    private string? Bin { get; set; }

    [Inject]
    private IRunService Runs { get; set; } = null!;

    [Inject]
    private BestErrors Best { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private RunsView View { get; set; } = new();

    private IReadOnlyList<RunSnapshot> Shown { get; set; } = [];

    private IReadOnlyList<RunSnapshot> Page => Shown.Count <= _most ? Shown : [.. Shown.Take(_most)];

    // In the order of the list; what was deleted meanwhile is not chosen any more.
    private IReadOnlyList<string> ChosenIds => [.. (_runs ?? []).Select(run => run.Id).Where(_chosen.Contains)];

    private string Summary => View.Bin
        ? _bin.Count == 0 ? "" : "Each goes for good seven days after it was deleted."
        : _runs is not { Count: > 0 } runs ? "" : string.Join(" · ", new[]
        {
            Shown.Count < runs.Count ? $"{Shown.Count} of {runs.Count} runs" : runs.Count == 1 ? "1 run" : $"{runs.Count} runs",
            Counted(runs, "training", RunState.Running),
            Counted(runs, "waiting", RunState.Queued),
            Counted(runs, "interrupted", RunState.Interrupted),
            runs.Any(run => run.IsSynthetic) ? "errors on synthetic digits cannot be held against the paper's" : null,
        }.OfType<string>());

    /// <inheritdoc/>
    protected override void OnInitialized() => _ = FollowAsync();

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        View = RunsView.Parse(Search, State, Recipe, Tag, Order, Reversed, Bin);
        Shown = View.Of(_runs ?? []);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private static string? Counted(IReadOnlyList<RunSnapshot> runs, string word, RunState state) =>
        runs.Count(run => run.State == state) is > 0 and var count ? $"{count} {word}" : null;

    private async Task FollowAsync()
    {
        var cancellation = _stop.Token;
        try
        {
            await ShowAsync();
            await foreach (var _ in Runs.WatchAsync(null, cancellation))
            {
                await ShowAsync();
                await Task.Delay(Pace, Time, cancellation);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private Task ShowAsync() => InvokeAsync(() =>
    {
        (_runs, _bin) = (Runs.List(), Runs.ListDeleted());
        Shown = View.Of(_runs);
        if (_reading.IsCompleted)
        {
            _reading = ReadErrorsAsync(_runs, _stop.Token);
        }

        StateHasChanged();
    });

    // A long history takes its time: the list is there before, and lines come as they are read.
    private async Task ReadErrorsAsync(IReadOnlyList<RunSnapshot> runs, CancellationToken cancellation)
    {
        try
        {
            foreach (var run in runs.Where(Best.IsStale))
            {
                try
                {
                    await Task.Run(() => Best.ReadAsync(run, cancellation), cancellation);
                }
                catch (Exception exception) when (exception is RunNotFoundException or RunStateException)
                {
                    // Deleted since the list was read, or without a history: there is nothing to draw.
                }

                await InvokeAsync(StateHasChanged);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The page is gone.
        }
    }

    private void Show(RunsView view)
    {
        _most = Portion;
        Navigation.NavigateTo(view.Link(), replace: true);
    }

    private void Choose(RunSnapshot run)
    {
        if (!_chosen.Remove(run.Id))
        {
            _chosen.Add(run.Id);
        }
    }

    private void ChooseAll(bool all)
    {
        foreach (var run in Page)
        {
            _ = all ? _chosen.Add(run.Id) : _chosen.Remove(run.Id);
        }
    }

    private void Compare()
    {
        var ids = ChosenIds;
        _problem = ids.Count switch
        {
            < 2 => "A comparison needs two runs: choose another one too.",
            > CompareView.MostRuns => $"A comparison holds at most {CompareView.MostRuns} runs; {ids.Count} are chosen. Take {ids.Count - CompareView.MostRuns} out.",
            _ => null,
        };
        if (_problem is null)
        {
            Navigation.NavigateTo(new CompareView(ids).Link());
        }
    }

    private void OpenAsync(string id) => Navigation.NavigateTo(new LabView(id).Link());

    private Task ResumeAsync(RunSnapshot run) => TryAsync(() => Runs.ResumeAsync(run.Id));

    private Task ForkAsync(RunSnapshot run) => TryAsync(async () => OpenAsync((await Runs.ForkAsync(run.Id)).Id));

    private Task DeleteChosenAsync() => DeleteAsync([.. (_runs ?? []).Where(run => _chosen.Contains(run.Id))]);

    private async Task DeleteAsync(IReadOnlyList<RunSnapshot> runs)
    {
        var gone = new List<RunSnapshot>();
        await TryAsync(async () =>
        {
            try
            {
                foreach (var run in runs)
                {
                    await Runs.DeleteAsync(run.Id);
                    _chosen.Remove(run.Id);
                    gone.Add(run);
                }
            }
            finally
            {
                _deleted = gone;
            }
        });
    }

    private Task UndoAsync() => TryAsync(async () =>
    {
        foreach (var run in _deleted)
        {
            await Runs.RestoreAsync(run.Id);
        }

        _deleted = [];
    });

    private Task RestoreAsync(RunSnapshot run) => TryAsync(async () =>
    {
        await Runs.RestoreAsync(run.Id);
        _deleted = [.. _deleted.Where(other => other.Id != run.Id)];
    });

    private async Task EraseAsync(RunSnapshot run)
    {
        var sure = await Dialogs.ShowMessageBoxAsync(new MessageBoxOptions
        {
            Title = "Delete this run for good?",
            Message = $"{run.Recipe.Title}, seed {run.Recipe.Seed} ({run.Id}): its history, checkpoints and weights are deleted and cannot be brought back.",
            YesText = "Delete for good",
            CancelText = "Keep",
        });
        if (sure == true)
        {
            await TryAsync(() => Runs.DeleteForeverAsync(run.Id));
        }
    }

    private async Task TryAsync(Func<Task> command)
    {
        try
        {
            _problem = null;
            await command();
        }
        catch (Exception exception) when (exception is RunStateException or RunNotFoundException or RunRequestException or IOException)
        {
            _problem = exception.Message;
        }

        await ShowAsync();
    }
}
