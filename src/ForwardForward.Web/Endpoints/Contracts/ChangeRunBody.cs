namespace ForwardForward.Web.Endpoints.Contracts;

/// <summary>What changes about a run that is alive.</summary>
public sealed record ChangeRunBody
{
    /// <summary>Factor on all learning rates from the next step on; 1 is the recipe's own schedule.</summary>
    public required float LearningRateFactor { get; init; }
}
