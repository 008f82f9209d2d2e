using Microsoft.Extensions.Logging;

namespace ForwardForward.Runs.Snapshots;

/// <summary>
/// Brings the snapshots of one run to disk, away from the thread that trains, one after the other. What fails becomes a warning; the run
/// goes on, and older snapshots stay.
/// </summary>
internal sealed class SnapshotKeeper(Run run, RunsContext context)
{
    private Task _keeping = Task.CompletedTask;

    /// <summary>Keeps a snapshot, after those that are being kept.</summary>
    public void Keep(Moment moment) =>
        _keeping = _keeping.ContinueWith(_ => Write(moment), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);

    /// <summary>Waits until everything is kept.</summary>
    public void Finish() => _keeping.GetAwaiter().GetResult();

    /// <summary>Says that a snapshot could not be taken or kept.</summary>
    public void Complain(long step, Exception exception)
    {
        context.Logger.LogWarning(exception, "Run {Run} goes on without its snapshot of step {Step}", run.Id, step);
        run.Warn(RunWarning.Snapshot, $"The snapshot of step {step} could not be kept; the run goes on without it. {exception.Message}");
    }

    private void Write(Moment moment)
    {
        try
        {
            context.Snapshots.Keep(run.Id, moment);
            run.Warn(RunWarning.Snapshot, null);
        }
        catch (Exception exception)
        {
            // Whatever it is, a picture is no reason to end a training.
            Complain(moment.Step, exception);
        }
    }
}
