namespace ForwardForward.Runs.Checkpoints;

/// <summary>What is said of a run that has trained but whose checkpoints are not there: it cannot go on, and its history stays.</summary>
internal static class MissingCheckpoint
{
    /// <summary>Whether a run, as its row tells, must have a checkpoint.</summary>
    public static bool IsExpected(RunSnapshot run) => run is { IsReadOnly: false } && Math.Max(run.Step, run.LastMetrics?.Step ?? 0) > 0;

    /// <summary>The sentence.</summary>
    public static string Sentence(RunSnapshot run) =>
        $"Run '{run.Id}' has done {run.Step} steps, but there is no checkpoint in its folder checkpoints/{run.Id}: its weights are not there, so it cannot go on, classify, be exported or forked. "
        + $"Its history is kept. If the folder was moved, put it back and start the program again; else start a new run of {run.Recipe.Id} with seed {run.Recipe.Seed}.";
}
