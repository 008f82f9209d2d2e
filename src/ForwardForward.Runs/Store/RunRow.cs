namespace ForwardForward.Runs.Store;

/// <summary>A run as the database keeps it.</summary>
public sealed class RunRow
{
    /// <summary>Name of the run.</summary>
    public required string Id { get; init; }

    /// <summary>Recipe as JSON.</summary>
    public required string Recipe { get; init; }

    /// <summary>Name of the state.</summary>
    public required string State { get; set; }

    /// <summary>When it was created: ticks, UTC.</summary>
    public required long CreatedAt { get; init; }

    /// <summary>Name of the data; null until loaded.</summary>
    public string? DataName { get; set; }

    /// <summary>Whether the data is made up by this program.</summary>
    public bool IsSynthetic { get; set; }

    /// <summary>Epochs in all.</summary>
    public int Epochs { get; set; }

    /// <summary>Mini-batches of an epoch; 0 until the data is loaded.</summary>
    public int StepsPerEpoch { get; set; }

    /// <summary>Mini-batches done.</summary>
    public long Step { get; set; }

    /// <summary>The hidden layers as JSON.</summary>
    public required string Layers { get; set; }

    /// <summary>Newest errors of a classifier as JSON, in the form of the first release (<see cref="ClassifierErrors"/>).</summary>
    public required string Errors { get; set; }

    /// <summary>Newest scores by name as JSON; null in rows of the first release, and where nothing was measured.</summary>
    public string? Scores { get; set; }

    /// <summary>Training seconds so far.</summary>
    public double TrainSeconds { get; set; }

    /// <summary>Training images a second, lately.</summary>
    public double? SamplesPerSecond { get; set; }

    /// <summary>Why it failed; null otherwise.</summary>
    public string? Failure { get; set; }

    /// <summary>What a person should know; null otherwise.</summary>
    public string? Warning { get; set; }

    /// <summary>The run it was forked from; null otherwise.</summary>
    public string? ForkedFrom { get; init; }

    /// <summary>What a person wrote about it.</summary>
    public string Note { get; set; } = "";

    /// <summary>Words to find it by, as JSON.</summary>
    public string Tags { get; set; } = "[]";

    /// <summary>When it was deleted: ticks, UTC; null for a run that is not in the bin.</summary>
    public long? DeletedAt { get; set; }
}

/// <summary>A point of a history.</summary>
public sealed class MetricRow
{
    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>Position in the history, from 0.</summary>
    public required long Sequence { get; init; }

    /// <summary>Mini-batches done.</summary>
    public required long Step { get; init; }

    /// <summary>Position in epochs.</summary>
    public required double Epoch { get; init; }

    /// <summary>Training seconds so far.</summary>
    public required double Seconds { get; init; }

    /// <summary>Named values as JSON.</summary>
    public required string Values { get; init; }
}

/// <summary>Something that happened to a run.</summary>
public sealed class EventRow
{
    /// <summary>Number of the event.</summary>
    public long Id { get; init; }

    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>When: ticks, UTC.</summary>
    public required long At { get; init; }

    /// <summary>What, such as <c>paused</c> or <c>warning</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>More about it; null when there is nothing to say.</summary>
    public string? Text { get; init; }
}
