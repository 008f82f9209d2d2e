using ForwardForward.Learning.Trainers;
using ForwardForward.Recipes;

namespace ForwardForward.Runs.Checkpoints;

/// <summary>All that a run needs to go on bit for bit, or a network to classify.</summary>
/// <param name="RunId">The run it belongs to.</param>
/// <param name="Recipe">What the run runs.</param>
/// <param name="Progress">How far the run was.</param>
/// <param name="State">The trainer's state.</param>
public sealed record Checkpoint(string RunId, ConfiguredRecipe Recipe, CheckpointProgress Progress, TrainerState State);

/// <summary>How far a run was when it was checkpointed.</summary>
public sealed record CheckpointProgress
{
    /// <summary>Mini-batches done.</summary>
    public required long Step { get; init; }

    /// <summary>Points of the history up to here; later ones are dropped when the run goes on from this checkpoint.</summary>
    public required long Points { get; init; }

    /// <summary>Training seconds so far.</summary>
    public required double Seconds { get; init; }

    /// <summary>Which errors had yet to be counted on these weights: <c>none</c>, <c>validation</c> or <c>test</c>.</summary>
    public required string Pending { get; init; }

    /// <summary>Newest scores.</summary>
    public required RunScores Scores { get; init; }

    /// <summary>Name of the data that the weights learnt from.</summary>
    public required string DataName { get; init; }

    /// <summary>Whether that data is made up by this program.</summary>
    public required bool IsSynthetic { get; init; }
}
