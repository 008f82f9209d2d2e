namespace ForwardForward.Web.Endpoints.Contracts;

/// <summary>What changes about a run; what is left out stays as it is.</summary>
public sealed record ChangeRunBody
{
    /// <summary>Factor on all learning rates from the next step on; 1 is the recipe's own schedule. Only for a run that is alive.</summary>
    public float? LearningRateFactor { get; init; }

    /// <summary>What a person wants to remember about it: plain text of up to 2,000 characters; empty takes the old note away.</summary>
    public string? Note { get; init; }

    /// <summary>Words to find it by, in place of the old ones: up to 10.</summary>
    public string[]? Tags { get; init; }
}
