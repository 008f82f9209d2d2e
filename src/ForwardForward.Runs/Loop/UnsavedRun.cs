using ForwardForward.Runs.Checkpoints;

namespace ForwardForward.Runs.Loop;

/// <summary>What a run says of itself when the program ends and its newest state could not be saved: no more than what is on disk.</summary>
internal static class UnsavedRun
{
    /// <summary>Takes the run back to its newest checkpoint, and says so.</summary>
    /// <param name="run">The run.</param>
    /// <param name="onDisk">How far that checkpoint is; null when there is none.</param>
    /// <param name="problem">Why nothing newer could be saved.</param>
    public static void Tell(Run run, CheckpointProgress? onDisk, string problem)
    {
        var lost = run.Snapshot.Step;
        if (onDisk is null)
        {
            run.Warn(RunWarning.Loading, $"The program ended before any checkpoint of this run could be saved, so it cannot go on from step {lost}; its history is kept. {problem}");
            return;
        }

        run.Warn(RunWarning.Loading, $"The program ended before step {lost} could be saved; the run goes on from step {onDisk.Step}. {problem}");
        run.Update(snapshot => snapshot with
        {
            Step = onDisk.Step,
            Epoch = snapshot.StepsPerEpoch > 0 ? (int)(onDisk.Step / snapshot.StepsPerEpoch) : 0,
            TrainSeconds = onDisk.Seconds,
            Scores = onDisk.Scores,
        });
    }
}
