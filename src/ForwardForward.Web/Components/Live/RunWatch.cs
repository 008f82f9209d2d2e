using ForwardForward.Runs;
using ForwardForward.Web.ViewModels;
using ForwardForward.Web.ViewModels.Curves;

namespace ForwardForward.Web.Components.Live;

/// <summary>Follows one run for a page: its snapshots at most four times a second, its metrics without a gap. Disposing ends it.</summary>
public sealed class RunWatch : IAsyncDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);

    private readonly IRunService _runs;
    private readonly TimeProvider _time;
    private readonly Func<Task> _changed;
    private readonly string _prefix;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _following;
    private CancellationTokenSource? _metrics;
    private bool? _alive;

    /// <summary>Starts to follow.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="time">The clock that paces.</param>
    /// <param name="first">The run as it stands.</param>
    /// <param name="changed">Told after every change, and awaited.</param>
    /// <param name="history">Where the metrics go; null makes a history of its own.</param>
    /// <param name="prefix">What the metrics are called by there.</param>
    public RunWatch(IRunService runs, TimeProvider time, RunSnapshot first, Func<Task> changed, MetricHistory? history = null, string prefix = "")
    {
        (_runs, _time, Run, _changed, History, _prefix) = (runs, time, first, changed, history ?? new MetricHistory(), prefix);
        _following = FollowAsync();
    }

    /// <summary>The run as last seen.</summary>
    public RunSnapshot Run { get; private set; }

    /// <summary>Its metrics.</summary>
    public MetricHistory History { get; }

    /// <summary>Whether it was deleted while it was followed.</summary>
    public bool IsGone { get; private set; }

    /// <summary>Takes over a snapshot that came as the answer to a command, so that the page need not wait for the next one.</summary>
    public void Take(RunSnapshot run)
    {
        if (run.Id == Run.Id)
        {
            Run = run;
            FollowMetrics();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _metrics?.Cancel();
        await _following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _metrics?.Dispose();
        _stop.Dispose();
    }

    private async Task FollowAsync()
    {
        FollowMetrics();
        try
        {
            await foreach (var run in _runs.WatchAsync(Run.Id, _stop.Token))
            {
                Take(run);
                await _changed();
                await Task.Delay(Pace, _time, _stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
        }
        catch (RunNotFoundException)
        {
            IsGone = true;
            await _changed();
        }
    }

    // The history of a run ends with the run; an interrupted one that goes on is read on.
    private void FollowMetrics()
    {
        var alive = RunActions.IsAlive(Run.State);
        if (_alive == alive || _stop.IsCancellationRequested)
        {
            return;
        }

        _alive = alive;
        _metrics?.Cancel();
        _metrics?.Dispose();
        _metrics = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        _ = ReadAsync(_metrics.Token);
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        try
        {
            await foreach (var point in _runs.WatchMetricsAsync(Run.Id, History.Next(_prefix), cancellation))
            {
                History.Add(point, _prefix);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or RunNotFoundException)
        {
            // The page moved on, or the run was deleted.
        }
    }
}
