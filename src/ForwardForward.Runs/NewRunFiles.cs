using Microsoft.Extensions.Logging;

namespace ForwardForward.Runs;

/// <summary>
/// Stores a run that begins with weights from elsewhere: its files first, its row last. A program that is killed in between leaves a folder
/// without a run, which the next start puts aside, and never a run without weights.
/// </summary>
internal static class NewRunFiles
{
    /// <summary>Writes files and row; where that fails, nothing is left of them.</summary>
    /// <exception cref="RunStorageException">They could not be written.</exception>
    public static void Write(string runId, RunsContext context, Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception)
        {
            TryDelete(runId, context);
            if (exception is RunStorageException || exception is not (IOException or UnauthorizedAccessException))
            {
                throw;
            }

            throw new RunStorageException($"The new run cannot be stored: {exception.Message} Make room on the disk, then try again.", exception);
        }
    }

    private static void TryDelete(string runId, RunsContext context)
    {
        try
        {
            context.Checkpoints.Delete(runId);
            context.Snapshots.Forget(runId);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            context.Logger.LogWarning(exception, "The folder of run {Run}, which could not be stored, is left over; the next start looks after it", runId);
        }
    }
}
