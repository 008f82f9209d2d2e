using ForwardForward.Learning.Readings;
using ForwardForward.Learning.Trainers;
using ForwardForward.Recipes;

namespace ForwardForward.Runs;

/// <summary>A run as seen from outside at one moment.</summary>
public sealed record RunSnapshot
{
    /// <summary>Name of the run in links: 12 lower-case letters and digits.</summary>
    public required string Id { get; init; }

    /// <summary>What it runs, settings and seed included.</summary>
    public required ConfiguredRecipe Recipe { get; init; }

    /// <summary>Where it stands.</summary>
    public required RunState State { get; init; }

    /// <summary>What it is doing right now in words, such as "loading MNIST" or "counting validation errors"; null when nothing needs saying.</summary>
    public string? Activity { get; init; }

    /// <summary>Share of <see cref="Activity"/> that is done, in [0, 1]; null when unknown.</summary>
    public double? ActivityProgress { get; init; }

    /// <summary>Name of the data that it really uses; null until loaded.</summary>
    public string? DataName { get; init; }

    /// <summary>True when the data is made up by this program.</summary>
    public bool IsSynthetic { get; init; }

    /// <summary>Epochs begun so far, counted from 0: the epoch that the next step belongs to.</summary>
    public int Epoch { get; init; }

    /// <summary>Epochs in all.</summary>
    public int Epochs { get; init; }

    /// <summary>Mini-batches done.</summary>
    public long Step { get; init; }

    /// <summary>Mini-batches of an epoch; 0 until the data is loaded.</summary>
    public int StepsPerEpoch { get; init; }

    /// <summary>The hidden layers; empty until the trainer exists.</summary>
    public IReadOnlyList<LayerDescription> Layers { get; init; } = [];

    /// <summary>Newest metric point; null before the first.</summary>
    public MetricPoint? LastMetrics { get; init; }

    /// <summary>Newest scores on the validation and test splits; <see cref="ConfiguredRecipe.Measure"/> has their titles and units.</summary>
    public RunScores Scores { get; init; } = RunScores.None;

    /// <summary>Training images a second, lately.</summary>
    public double? SamplesPerSecond { get; init; }

    /// <summary>Seconds spent in training, waiting left out.</summary>
    public double TrainSeconds { get; init; }

    /// <summary>When it was created, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Why it failed; null otherwise.</summary>
    public string? Failure { get; init; }

    /// <summary>Something a person should know though the run goes on, such as a checkpoint that could not be written; null otherwise.</summary>
    public string? Warning { get; init; }

    /// <summary>The run it was forked from; null otherwise.</summary>
    public string? ForkedFrom { get; init; }

    /// <summary>Whether it takes no commands, such as the network that is shipped with the program.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>What a person wrote about it; empty where nobody did.</summary>
    public string Note { get; init; } = "";

    /// <summary>Words to find it by.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>When it was deleted, UTC; null for a run that is not in the bin.</summary>
    public DateTimeOffset? DeletedAt { get; init; }
}
