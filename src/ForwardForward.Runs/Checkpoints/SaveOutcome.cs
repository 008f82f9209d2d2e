namespace ForwardForward.Runs.Checkpoints;

/// <summary>What became of an attempt to save a checkpoint.</summary>
/// <param name="Problem">Why it is not on disk; null when it is.</param>
/// <param name="IsHopeless">Whether no further attempt can succeed, because the state itself cannot be written.</param>
internal readonly record struct SaveOutcome(string? Problem, bool IsHopeless)
{
    /// <summary>It is on disk.</summary>
    public static SaveOutcome Saved => default;

    /// <summary>Whether it is on disk.</summary>
    public bool IsSaved => Problem is null;
}
