using ForwardForward.Runs.Checkpoints;
using ForwardForward.Runs.Feed;
using ForwardForward.Runs.Readings;
using ForwardForward.Runs.Scheduling;

namespace ForwardForward.Runs;

/// <summary>Writes a run as one file that holds all that is needed to look at it, to go on and to fork it.</summary>
internal static class RunExport
{
    private const int Buffer = 1 << 16;

    /// <summary>The newest state with its history: a checkpoint in a file that goes away when it is closed.</summary>
    /// <exception cref="RunStateException">The run has no weights yet.</exception>
    /// <exception cref="RunRequestException">Its weights are no finite numbers any more.</exception>
    public static async Task<Stream> WriteAsync(Run run, RunsContext context, CancellationToken cancellation)
    {
        var checkpoint = await RunForking.NewestAsync(run, context, cancellation) ?? throw RunReadings.NoWeights(run);
        var history = await MetricStream.ReadAsync(run, 0, (int)Math.Min(checkpoint.Progress.Points, MetricStream.MaximumBatch), cancellation);
        return await Task.Run(() => Write(checkpoint with { RunId = run.Id }, history), cancellation);
    }

    private static FileStream Write(Checkpoint checkpoint, IReadOnlyList<MetricPoint> history)
    {
        var path = Path.Combine(Path.GetTempPath(), $"forwardforward-{Guid.NewGuid():N}.safetensors");
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, Buffer, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            CheckpointFile.Write(file, checkpoint, history);
            file.Position = 0;
            return file;
        }
        catch (CheckpointFormatException exception)
        {
            file.Dispose();
            throw new RunRequestException($"Run '{checkpoint.RunId}' cannot be exported. {exception.Message}");
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
