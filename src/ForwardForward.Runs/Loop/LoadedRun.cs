using ForwardForward.Data;
using ForwardForward.Runs.Checkpoints;
using ForwardForward.Runs.Training;

namespace ForwardForward.Runs.Loop;

/// <summary>A run brought into memory: its trainer, and the checkpoint that it goes on from (null at the very beginning).</summary>
internal sealed record LoadedRun(TrainingSetup Setup, Checkpoint? Checkpoint)
{
    /// <summary>
    /// Makes the trainer and restores the newest checkpoint that is whole. The history is cut back to where that checkpoint was, so that it
    /// goes on without gap or repetition; where a run that has trained has no checkpoint, it is not touched.
    /// </summary>
    /// <exception cref="RunCannotGoOnException">The run cannot go on now, but might some other time.</exception>
    public static async Task<LoadedRun> LoadAsync(Run run, RunsContext context, IProgress<DataProgress> progress, CancellationToken cancellation)
    {
        var setup = await context.Factory.CreateAsync(run.Recipe, progress, cancellation);
        try
        {
            var complaints = new List<string>();
            var hadAny = context.Checkpoints.HasAny(run.Id);
            var checkpoint = context.Checkpoints.LoadNewest(run.Id, complaints.Add, found => setup.Trainer.RestoreState(found.State));
            run.Warn(RunWarning.Loading, complaints.Count == 0 || checkpoint is null
                ? null
                : $"The run goes on from step {checkpoint.Progress.Step}, because newer checkpoints are broken. {string.Join(" ", complaints)}");
            if (checkpoint is null && context.Checkpoints.IsMissing(run.Snapshot))
            {
                throw new RunCannotGoOnException(MissingCheckpoint.Sentence(run.Snapshot));
            }

            if (checkpoint is null && hadAny)
            {
                throw new IOException($"No checkpoint of run '{run.Id}' can be used. {string.Join(" ", complaints)}".TrimEnd());
            }

            if (checkpoint is not null && checkpoint.Progress.DataName != setup.Origin.Name)
            {
                throw new RunCannotGoOnException(
                    $"Run '{run.Id}' learnt from {checkpoint.Progress.DataName}, but only {setup.Origin.Name} can be had now. Bring {checkpoint.Progress.DataName} back and resume, or start a new run.");
            }

            cancellation.ThrowIfCancellationRequested();
            context.Writer.Truncate(run, checkpoint?.Progress.Points ?? 0);
            context.Snapshots.Truncate(run.Id, checkpoint?.Progress.Step ?? 0);
            return new LoadedRun(setup, checkpoint);
        }
        catch
        {
            setup.Dispose();
            throw;
        }
    }
}

/// <summary>A run cannot go on now, but nothing is lost and it might later.</summary>
internal sealed class RunCannotGoOnException(string message) : Exception(message);
