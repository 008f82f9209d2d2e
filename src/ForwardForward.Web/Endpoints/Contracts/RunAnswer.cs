using System.Text.Json;
using ForwardForward.Learning.Readings;
using ForwardForward.Learning.Trainers;
using ForwardForward.Recipes;
using ForwardForward.Recipes.Settings;
using ForwardForward.Runs;
using ForwardForward.Web.Endpoints.Requests;

namespace ForwardForward.Web.Endpoints.Contracts;

/// <summary>A run at one moment.</summary>
public sealed record RunAnswer
{
    /// <summary>Name of the run in links.</summary>
    public required string Id { get; init; }

    /// <summary>Id of its recipe.</summary>
    public required string Recipe { get; init; }

    /// <summary>Name of the recipe for people.</summary>
    public required string Title { get; init; }

    /// <summary>How much of the recipe is run.</summary>
    public required Scale Scale { get; init; }

    /// <summary>Seed of every random choice.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Every setting by name, as it runs.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Settings { get; init; }

    /// <summary>Where the run stands.</summary>
    public required RunState State { get; init; }

    /// <summary>What it is doing right now in words; null when nothing needs saying.</summary>
    public string? Activity { get; init; }

    /// <summary>Share of the activity that is done, in [0, 1]; null when unknown.</summary>
    public double? ActivityProgress { get; init; }

    /// <summary>The data that it really uses; null until loaded.</summary>
    public string? Data { get; init; }

    /// <summary>True when the data is made up by this program, so that errors cannot be held against the paper's.</summary>
    public bool IsSynthetic { get; init; }

    /// <summary>The epoch that the next step belongs to, from 0.</summary>
    public int Epoch { get; init; }

    /// <summary>Epochs in all.</summary>
    public int Epochs { get; init; }

    /// <summary>Mini-batches done.</summary>
    public long Step { get; init; }

    /// <summary>Mini-batches of an epoch; 0 until the data is loaded.</summary>
    public int StepsPerEpoch { get; init; }

    /// <summary>The hidden layers, bottom first; layer numbers in links count from 0 along this list.</summary>
    public IReadOnlyList<LayerDescription> Layers { get; init; } = [];

    /// <summary>The newest point of the history; null before the first.</summary>
    public MetricAnswer? LastMetrics { get; init; }

    /// <summary>Newest errors in percent by both test procedures; null where not counted yet.</summary>
    public required ClassifierErrors Errors { get; init; }

    /// <summary>Newest scores by whatever the run is measured by, these errors among them.</summary>
    public IReadOnlyList<ScoreAnswer> Scores { get; init; } = [];

    /// <summary>Training images a second, lately.</summary>
    public double? SamplesPerSecond { get; init; }

    /// <summary>Seconds spent in training.</summary>
    public double TrainSeconds { get; init; }

    /// <summary>When it was created, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Why it failed; null otherwise.</summary>
    public string? Failure { get; init; }

    /// <summary>Something to know though the run goes on; null otherwise.</summary>
    public string? Warning { get; init; }

    /// <summary>The run it was forked from; null otherwise.</summary>
    public string? ForkedFrom { get; init; }

    /// <summary>What a person wrote about it; empty where nobody did.</summary>
    public string Note { get; init; } = "";

    /// <summary>Words to find it by.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>When it was deleted, UTC; null for a run that is not in the bin.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>True for a run that takes no commands, such as the network that is shipped with the program.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>The answer for a snapshot.</summary>
    public static RunAnswer From(RunSnapshot run) => new()
    {
        Id = run.Id,
        Recipe = run.Recipe.Id,
        Title = run.Recipe.Title,
        Scale = run.Recipe.Scale,
        Seed = run.Recipe.Seed,
        Settings = RecipeSettings.Of(run.Recipe).ToDictionary(setting => setting.Name, setting => setting.Read(run.Recipe.Settings)),
        State = run.State,
        Activity = run.Activity,
        ActivityProgress = run.ActivityProgress,
        Data = run.DataName,
        IsSynthetic = run.IsSynthetic,
        Epoch = run.Epoch,
        Epochs = run.Epochs,
        Step = run.Step,
        StepsPerEpoch = run.StepsPerEpoch,
        Layers = run.Layers,
        LastMetrics = run.LastMetrics is { } point ? MetricAnswer.From(point) : null,
        Errors = ClassifierErrors.Of(run.Scores),
        Scores = ScoreAnswer.Of(run),
        SamplesPerSecond = run.SamplesPerSecond is { } rate ? Finite.OrNull(rate) : null,
        TrainSeconds = run.TrainSeconds,
        CreatedAt = run.CreatedAt,
        Failure = run.Failure,
        Warning = run.Warning,
        ForkedFrom = run.ForkedFrom,
        Note = run.Note,
        Tags = run.Tags,
        DeletedAt = run.DeletedAt,
        IsReadOnly = run.IsReadOnly,
    };
}
