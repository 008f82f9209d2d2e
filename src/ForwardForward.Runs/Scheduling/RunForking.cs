using ForwardForward.Runs.Checkpoints;
using ForwardForward.Runs.Loop;
using ForwardForward.Runs.Store;
using Microsoft.Extensions.Logging;

namespace ForwardForward.Runs.Scheduling;

/// <summary>Makes a new run from the newest state of another one: its weights, its history up to there, its place in the schedule.</summary>
internal static class RunForking
{
    /// <summary>Writes the new run to disk.</summary>
    /// <returns>Its snapshot and how many points its history has.</returns>
    /// <exception cref="RunNotFoundException">The origin was deleted meanwhile.</exception>
    /// <exception cref="RunStateException">The origin has trained, but its weights are not there.</exception>
    /// <exception cref="RunStorageException">It could not be written; nothing is left of it.</exception>
    public static async Task<(RunSnapshot Snapshot, long Points)> ForkAsync(Run origin, RunsContext context, CancellationToken cancellation)
    {
        var checkpoint = await NewestAsync(origin, context, cancellation);
        if (checkpoint is null && context.Checkpoints.IsMissing(origin.Snapshot))
        {
            throw new RunStateException(MissingCheckpoint.Sentence(origin.Snapshot));
        }

        cancellation.ThrowIfCancellationRequested();
        return await Task.Run(() => Write(origin, checkpoint, context), CancellationToken.None);
    }

    // A run that was never in memory has no state yet: its fork begins where it would begin.
    internal static async Task<Checkpoint?> NewestAsync(Run origin, RunsContext context, CancellationToken cancellation)
    {
        try
        {
            if (origin.Loop is { } loop && await loop.CaptureAsync().WaitAsync(cancellation) is { } live)
            {
                return live;
            }
        }
        catch (LoopEndedException)
        {
            // It has ended just now: its checkpoint has its state.
        }

        return await Task.Run(() => context.Checkpoints.LoadNewest(origin.Id, complaint => origin.Warn(RunWarning.Loading, complaint)), cancellation);
    }

    private static (RunSnapshot Snapshot, long Points) Write(Run origin, Checkpoint? checkpoint, RunsContext context)
    {
        var snapshot = Snapshot(origin.Snapshot, checkpoint?.Progress, context.Time.GetUtcNow());
        var points = 0;
        context.Writer.Flush();
        NewRunFiles.Write(snapshot.Id, context, () =>
        {
            if (checkpoint is not null)
            {
                context.Checkpoints.Save(checkpoint with { RunId = snapshot.Id });
                CopySnapshots(origin, snapshot.Id, checkpoint.Progress.Step, context);
            }

            points = context.Store.WriteFork(RowMapping.ToRow(snapshot), origin.Id, checkpoint?.Progress.Points ?? 0);
        });
        if (origin.IsErased)
        {
            // Its history may have been gone before it was copied.
            context.Store.Delete(snapshot.Id);
            context.Checkpoints.Delete(snapshot.Id);
            throw new RunNotFoundException(origin.Id);
        }

        return (snapshot, points);
    }

    // A fork without them is a fork all the same.
    private static void CopySnapshots(Run origin, string fork, long upTo, RunsContext context)
    {
        try
        {
            context.Snapshots.Copy(origin.Id, fork, upTo);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            context.Logger.LogWarning(exception, "Run {Fork} begins without some snapshots of run {Origin}", fork, origin.Id);
        }
    }

    private static RunSnapshot Snapshot(RunSnapshot origin, CheckpointProgress? progress, DateTimeOffset now) => new()
    {
        Id = RunId.New(),
        Recipe = origin.Recipe,
        State = RunState.Paused,
        CreatedAt = now,
        ForkedFrom = origin.Id,
        Tags = origin.Tags,
        Epochs = origin.Epochs,
        StepsPerEpoch = origin.StepsPerEpoch,
        Layers = origin.Layers,
        DataName = progress?.DataName,
        IsSynthetic = progress?.IsSynthetic ?? false,
        Step = progress?.Step ?? 0,
        Epoch = progress is not null && origin.StepsPerEpoch > 0 ? (int)(progress.Step / origin.StepsPerEpoch) : 0,
        TrainSeconds = progress?.Seconds ?? 0,
        Scores = progress?.Scores ?? RunScores.None,
        LastMetrics = progress is null ? null : origin.LastMetrics,
    };
}
