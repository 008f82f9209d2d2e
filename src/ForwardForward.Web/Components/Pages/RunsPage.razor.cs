using ForwardForward.Runs;
using ForwardForward.Web.ViewModels;
using ForwardForward.Web.ViewModels.Comparing;
using ForwardForward.Web.ViewModels.RunLists;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace ForwardForward.Web.Components.Pages;

/// <summary>All runs.</summary>
public sealed partial class RunsPage : IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _stop = new();
    private BestErrors _best = null!;
    private IReadOnlyList<RunSnapshot>? _runs;
    private string? _problem;
    private string? _chosen;

    [Inject]
    private IRunService Runs { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private string Summary => _runs is not { Count: > 0 } runs ? "" : string.Join(" · ", new[]
    {
        runs.Count == 1 ? "1 run" : $"{runs.Count} runs",
        Counted(runs, "training", RunState.Running),
        Counted(runs, "waiting", RunState.Queued),
        Counted(runs, "interrupted", RunState.Interrupted),
        runs.Any(run => run.IsSynthetic) ? "errors on synthetic digits cannot be held against the paper's" : null,
    }.OfType<string>());

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        _best = new BestErrors(Runs);
        _ = FollowAsync();
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
            await ShowAsync(cancellation);
            await foreach (var _ in Runs.WatchAsync(null, cancellation))
            {
                await ShowAsync(cancellation);
                await Task.Delay(Pace, Time, cancellation);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private Task ShowAsync(CancellationToken cancellation) => InvokeAsync(async () =>
    {
        _runs = Runs.List();
        foreach (var run in _runs)
        {
            try
            {
                await _best.ReadAsync(run, cancellation);
            }
            catch (RunNotFoundException)
            {
                // Deleted since the list was read; the next list is without it.
            }
        }

        StateHasChanged();
    });

    private void CompareAsync(RunSnapshot run)
    {
        if (_chosen is { } other && other != run.Id)
        {
            Navigation.NavigateTo(new CompareView(other, run.Id).Link());
        }

        _chosen = _chosen is null ? run.Id : null;
    }

    private Task ResumeAsync(RunSnapshot run) => TryAsync(() => Runs.ResumeAsync(run.Id));

    private Task ForkAsync(RunSnapshot run) => TryAsync(async () => Navigation.NavigateTo(new LabView((await Runs.ForkAsync(run.Id)).Id).Link()));

    private async Task DeleteAsync(RunSnapshot run)
    {
        var sure = await Dialogs.ShowMessageBoxAsync(new MessageBoxOptions
        {
            Title = "Delete this run?",
            Message = $"{run.Recipe.Title}, seed {run.Recipe.Seed} ({run.Id}): its history, checkpoints and weights are deleted and cannot be brought back.",
            YesText = "Delete",
            CancelText = "Keep",
        });
        if (sure == true)
        {
            await TryAsync(() => Runs.DeleteAsync(run.Id));
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

        await ShowAsync(_stop.Token);
    }
}
