using System.Text.Json.Serialization;
using ForwardForward.Frames;

namespace ForwardForward.Runs.Results;

/// <summary>One epoch of a run: means over its readings, and the errors counted at its end (percent; absent where none were counted).</summary>
public sealed record EpochSummary
{
    /// <summary>Epochs done, from 1.</summary>
    public required int Epoch { get; init; }

    /// <summary>Mini-batches done.</summary>
    public required long Step { get; init; }

    /// <summary>Training seconds so far.</summary>
    public required double TrainSeconds { get; init; }

    /// <summary>Validation error by goodness.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? ValidationErrorGoodness { get; init; }

    /// <summary>Validation error by softmax.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? ValidationErrorSoftmax { get; init; }

    /// <summary>What the images really are, such as "MNIST" or "synthetic digits"; left out where the whole file is of one kind of data.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Data { get; init; }

    /// <summary>Validation error where there is one procedure only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? ValidationError { get; init; }

    /// <summary>Scores by what is no error of a classifier, such as <c>validation/bits-per-character</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, double>? Scores { get; init; }

    /// <summary>What the scores mean, for whoever writes them as text; it is not stored.</summary>
    [JsonIgnore]
    public IReadOnlyList<ScoreInfo> Measures { get; init; } = [];

    /// <summary>Every other value by name, such as <c>layer-1/pairwise-error</c>.</summary>
    public required IReadOnlyDictionary<string, double> Values { get; init; }
}
