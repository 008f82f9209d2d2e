using ForwardForward.Runs;
using ForwardForward.Runs.Results;

namespace ForwardForward.Cli.Training;

/// <summary>Watches one run to its end, or holds it when a person interrupts.</summary>
/// <param name="runs">The engine.</param>
/// <param name="display">Shows how it goes.</param>
/// <param name="warnings">Told when made-up digits stand in for the recipe's images.</param>
/// <param name="onStandIn">Called then, too, for whom such a run is of no use.</param>
internal sealed class TrainSession(IRunService runs, ITrainDisplay display, TextWriter warnings, Action? onStandIn = null)
{
    private readonly Lock _oneAtATime = new();
    private bool _hasWarned;

    /// <summary>The epochs of the whole run so far, also of the part before it was resumed.</summary>
    public List<EpochSummary> History { get; } = [];

    /// <summary>Follows the run until it has ended, or holds after an interruption; returns how it stands then.</summary>
    public async Task<RunSnapshot> FollowAsync(RunSnapshot run, CancellationToken interruption)
    {
        using var ending = new CancellationTokenSource();
        var snapshots = WatchSnapshotsAsync(run.Id, ending.Token);
        try
        {
            await ReadHistoryAsync(run, interruption);
        }
        catch (OperationCanceledException) when (interruption.IsCancellationRequested)
        {
            return await HoldAsync(run.Id);
        }
        finally
        {
            await ending.CancelAsync();
            await snapshots;
        }

        return runs.Get(run.Id);
    }

    private async Task ReadHistoryAsync(RunSnapshot run, CancellationToken interruption)
    {
        var reader = new EpochReader(run.Recipe.Scores);
        await foreach (var point in runs.WatchMetricsAsync(run.Id, 0, interruption))
        {
            Add(reader.Read(point), run);
        }

        interruption.ThrowIfCancellationRequested();
        Add(reader.End(), run);
    }

    private void Add(EpochSummary? epoch, RunSnapshot before)
    {
        if (epoch is null)
        {
            return;
        }

        History.Add(epoch);
        if (epoch.Epoch > before.Epoch)
        {
            var run = runs.Get(before.Id);
            lock (_oneAtATime)
            {
                Warn(run);
                display.Show(epoch with { Data = run.DataName });
            }
        }
    }

    private void Warn(RunSnapshot run)
    {
        if (!_hasWarned && TrainText.StandInWarning(run) is { } warning)
        {
            _hasWarned = true;
            warnings.WriteLine(warning);
            onStandIn?.Invoke();
        }
    }

    private async Task WatchSnapshotsAsync(string id, CancellationToken ending)
    {
        try
        {
            await foreach (var snapshot in runs.WatchAsync(id, ending))
            {
                lock (_oneAtATime)
                {
                    Warn(snapshot);
                    display.Show(snapshot);
                }
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The run has ended or holds: nothing more to show.
        }
    }

    private async Task<RunSnapshot> HoldAsync(string id)
    {
        try
        {
            return await runs.PauseAsync(id);
        }
        catch (RunStateException)
        {
            // It ended by itself a moment before.
            return runs.Get(id);
        }
    }
}
