using ForwardForward.Runs;
using ForwardForward.Web.Endpoints;
using MessagePack;

namespace ForwardForward.Web.Hubs.Messages;

/// <summary>A run at one moment; GET /api/runs/{id} has the rest.</summary>
[MessagePackObject]
public sealed record RunMessage
{
    /// <summary>Name of the run in links.</summary>
    [Key("id")]
    public required string Id { get; init; }

    /// <summary>Id of its recipe.</summary>
    [Key("recipe")]
    public required string Recipe { get; init; }

    /// <summary>smoke, quick or paper.</summary>
    [Key("scale")]
    public required string Scale { get; init; }

    /// <summary>Seed of every random choice.</summary>
    [Key("seed")]
    public ulong Seed { get; init; }

    /// <summary>queued, running, paused, completed, stopped, failed or interrupted.</summary>
    [Key("state")]
    public required string State { get; init; }

    /// <summary>What it is doing right now in words; null when nothing needs saying.</summary>
    [Key("activity")]
    public string? Activity { get; init; }

    /// <summary>Share of the activity that is done, in [0, 1]; null when unknown.</summary>
    [Key("activityProgress")]
    public double? ActivityProgress { get; init; }

    /// <summary>True when the data is made up by this program.</summary>
    [Key("isSynthetic")]
    public bool IsSynthetic { get; init; }

    /// <summary>The epoch that the next step belongs to, from 0.</summary>
    [Key("epoch")]
    public int Epoch { get; init; }

    /// <summary>Epochs in all.</summary>
    [Key("epochs")]
    public int Epochs { get; init; }

    /// <summary>Mini-batches done.</summary>
    [Key("step")]
    public long Step { get; init; }

    /// <summary>Newest sequence number of the history; -1 before the first point.</summary>
    [Key("lastSequence")]
    public long LastSequence { get; init; }

    /// <summary>Newest validation error by goodness in percent; null where not counted yet.</summary>
    [Key("validationGoodness")]
    public double? ValidationGoodness { get; init; }

    /// <summary>Newest validation error by softmax in percent; null where not counted yet.</summary>
    [Key("validationSoftmax")]
    public double? ValidationSoftmax { get; init; }

    /// <summary>Newest scores by name, such as <c>validation/goodness-error</c>; GET /api/runs/{id} has their titles and units.</summary>
    [Key("scores")]
    public Dictionary<string, double> Scores { get; init; } = [];

    /// <summary>Training images a second, lately.</summary>
    [Key("samplesPerSecond")]
    public double? SamplesPerSecond { get; init; }

    /// <summary>Why it failed; null otherwise.</summary>
    [Key("failure")]
    public string? Failure { get; init; }

    /// <summary>True in the last message about a run that has been deleted.</summary>
    [Key("isDeleted")]
    public bool IsDeleted { get; init; }

    /// <summary>The message for a snapshot.</summary>
    public static RunMessage From(RunSnapshot run, bool isDeleted) => new()
    {
        Id = run.Id,
        Recipe = run.Recipe.Id,
        Scale = WireJson.Name(run.Recipe.Scale),
        Seed = run.Recipe.Seed,
        State = WireJson.Name(run.State),
        Activity = run.Activity,
        ActivityProgress = run.ActivityProgress,
        IsSynthetic = run.IsSynthetic,
        Epoch = run.Epoch,
        Epochs = run.Epochs,
        Step = run.Step,
        LastSequence = run.LastMetrics?.Sequence ?? -1,
        ValidationGoodness = run.Scores[MetricNames.ValidationGoodness],
        ValidationSoftmax = run.Scores[MetricNames.ValidationSoftmax],
        Scores = run.Scores.ToDictionary(),
        SamplesPerSecond = run.SamplesPerSecond is { } rate && double.IsFinite(rate) ? rate : null,
        Failure = run.Failure,
        IsDeleted = isDeleted,
    };
}
