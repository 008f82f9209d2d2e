namespace ForwardForward.Runs.Checkpoints;

/// <summary>
/// Saves the checkpoints of one run away from the thread that trains, one after the other. A checkpoint counts on the points of the
/// history before it, so those go to the database first. What fails becomes a warning; the run goes on, and older checkpoints stay.
/// </summary>
internal sealed class CheckpointKeeper(Run run, RunsContext context)
{
    private Task<bool> _saving = Task.FromResult(true);

    /// <summary>Whether a checkpoint is being saved.</summary>
    public bool IsBusy => !_saving.IsCompleted;

    /// <summary>Saves a checkpoint, after those that are being saved.</summary>
    public void Save(Checkpoint checkpoint) =>
        _saving = _saving.ContinueWith(_ => Write(checkpoint), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);

    /// <summary>Waits until everything is saved; false when the newest could not be.</summary>
    public bool Finish() => _saving.GetAwaiter().GetResult();

    private bool Write(Checkpoint checkpoint)
    {
        try
        {
            context.Writer.Flush();
            context.Checkpoints.Save(checkpoint);
            run.Warn(RunWarning.Checkpoint, null);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CheckpointFormatException)
        {
            run.Warn(RunWarning.Checkpoint, $"The checkpoint of step {checkpoint.Progress.Step} could not be saved; older ones are untouched. {exception.Message}");
            return false;
        }
    }
}
