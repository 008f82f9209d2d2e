using Microsoft.Extensions.Logging;

namespace ForwardForward.Runs.Checkpoints;

/// <summary>
/// Saves the checkpoints of one run away from the thread that trains, one after the other. A checkpoint counts on the points of the
/// history before it, so those go to the database first. What fails becomes a warning; the run goes on, and older checkpoints stay.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="context">The engine.</param>
/// <param name="loaded">How far the checkpoint is that the run goes on from; null without one.</param>
internal sealed class CheckpointKeeper(Run run, RunsContext context, CheckpointProgress? loaded)
{
    private CheckpointProgress? _onDisk = loaded;
    private Task<SaveOutcome> _saving = Task.FromResult(SaveOutcome.Saved);

    /// <summary>Whether a checkpoint is being saved.</summary>
    public bool IsBusy => !_saving.IsCompleted;

    /// <summary>Whether the newest checkpoint could not be saved.</summary>
    public bool HasFailed => _saving is { IsCompletedSuccessfully: true, Result.IsSaved: false };

    /// <summary>How far the newest checkpoint on disk is; null when there is none.</summary>
    public CheckpointProgress? OnDisk => Volatile.Read(ref _onDisk);

    /// <summary>What becomes of the newest checkpoint.</summary>
    public Task<SaveOutcome> Newest => _saving;

    /// <summary>Saves a checkpoint, after those that are being saved.</summary>
    public void Save(Checkpoint checkpoint) =>
        _saving = _saving.ContinueWith(_ => Write(checkpoint), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);

    /// <summary>Waits until everything is saved; says what became of the newest.</summary>
    public SaveOutcome Finish() => _saving.GetAwaiter().GetResult();

    private SaveOutcome Write(Checkpoint checkpoint)
    {
        try
        {
            context.Writer.Flush();
            context.Checkpoints.Save(checkpoint);
            Volatile.Write(ref _onDisk, checkpoint.Progress);
            run.Warn(RunWarning.Checkpoint, null);
            return SaveOutcome.Saved;
        }
        catch (Exception exception)
        {
            // Whatever it is, it is no reason to end a training or the program: the weights are still in memory.
            if (exception is not (IOException or UnauthorizedAccessException or CheckpointFormatException))
            {
                context.Logger.LogError(exception, "The checkpoint of run {Run} could not be saved", run.Id);
            }

            run.Warn(RunWarning.Checkpoint, $"The checkpoint of step {checkpoint.Progress.Step} could not be saved; older ones are untouched. {exception.Message}");
            return new SaveOutcome(exception.Message, exception is CheckpointFormatException);
        }
    }
}
