namespace ForwardForward.Runs.Loop;

/// <summary>Which errors have yet to be counted on the present weights.</summary>
internal enum PendingCount
{
    /// <summary>None.</summary>
    None,

    /// <summary>Those on the validation images.</summary>
    Validation,

    /// <summary>Those on a sample of the training images, where labels are told apart by goodness: batches of training say nothing about that.</summary>
    Training,

    /// <summary>Those on the test images, after the schedule is over.</summary>
    Test,
}

/// <summary>How <see cref="PendingCount"/> is written into checkpoints.</summary>
internal static class PendingCounts
{
    /// <summary>The word in a checkpoint.</summary>
    public static string Name(this PendingCount pending) => pending switch
    {
        PendingCount.Validation => ScoreNames.Validation,
        PendingCount.Training => ScoreNames.Training,
        PendingCount.Test => ScoreNames.Test,
        _ => "none",
    };

    /// <summary>What the word in a checkpoint says; none without one.</summary>
    public static PendingCount Parse(string? name) => name switch
    {
        ScoreNames.Validation => PendingCount.Validation,
        ScoreNames.Training => PendingCount.Training,
        ScoreNames.Test => PendingCount.Test,
        _ => PendingCount.None,
    };
}
