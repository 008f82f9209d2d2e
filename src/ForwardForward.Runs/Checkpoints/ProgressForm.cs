using System.Text.Json.Serialization;

namespace ForwardForward.Runs.Checkpoints;

/// <summary>How <see cref="CheckpointProgress"/> is written into a checkpoint: as by the first release, with the named scores behind it.</summary>
internal sealed record ProgressForm
{
    public required long Step { get; init; }

    public required long Points { get; init; }

    public required double Seconds { get; init; }

    public required string Pending { get; init; }

    public required ClassifierErrors Errors { get; init; }

    public required string DataName { get; init; }

    public required bool IsSynthetic { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, double>? Scores { get; init; }

    /// <summary>The form of a progress.</summary>
    public static ProgressForm Of(CheckpointProgress progress) => new()
    {
        Step = progress.Step,
        Points = progress.Points,
        Seconds = progress.Seconds,
        Pending = progress.Pending,
        Errors = ClassifierErrors.Of(progress.Scores),
        DataName = progress.DataName,
        IsSynthetic = progress.IsSynthetic,
        Scores = progress.Scores.Count > 0 ? progress.Scores.ToDictionary() : null,
    };

    /// <summary>The progress; null where it says nothing sensible.</summary>
    public CheckpointProgress? Read() =>
        this is { Step: >= 0, Points: >= 0, Seconds: >= 0, Pending: "none" or ScoreNames.Validation or ScoreNames.Training or ScoreNames.Test, Errors: not null, DataName: not null }
            ? new CheckpointProgress
            {
                Step = Step,
                Points = Points,
                Seconds = Seconds,
                Pending = Pending,
                Scores = RunScores.Of(Scores ?? new Dictionary<string, double>()).With(Errors.ToScores()),
                DataName = DataName,
                IsSynthetic = IsSynthetic,
            }
            : null;
}
