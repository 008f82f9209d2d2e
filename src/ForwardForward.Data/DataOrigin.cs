namespace ForwardForward.Data;

/// <summary>Where a data set's examples come from; shown wherever results are shown.</summary>
/// <param name="Name">What people call it, such as "MNIST" or "synthetic digits".</param>
/// <param name="IsSynthetic">True when the examples are made up by this program, so figures cannot be held against the paper's.</param>
public sealed record DataOrigin(string Name, bool IsSynthetic)
{
    /// <summary>A sentence that belongs beside every figure, such as why another set stands in; null when there is nothing to say.</summary>
    public string? Note { get; init; }

    /// <summary>Whether made-up examples stand in for a set that could not be had; <see cref="Note"/> says why.</summary>
    public bool IsStandIn => IsSynthetic && Note is not null;
}
