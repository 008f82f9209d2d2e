using ForwardForward.Frames;

namespace ForwardForward.Learning.Readings;

/// <summary>A reading that is asked only what it can answer.</summary>
public abstract class Reading : IReading
{
    /// <inheritdoc/>
    public abstract ReadingInfo Info { get; }

    /// <inheritdoc/>
    public Frame? Read(in ReadingQuery query) => query.ProblemFor(Info) is { } problem
        ? throw new ArgumentException(problem, nameof(query))
        : Answer(query);

    /// <summary>Answers a query that fits <see cref="Info"/>.</summary>
    protected abstract Frame? Answer(in ReadingQuery query);
}
