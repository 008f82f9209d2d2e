using System.Text.Json.Serialization;

namespace ForwardForward.Runs.Results;

/// <summary>One finished run in a file of results. Errors in percent.</summary>
public sealed record StoredRun
{
    /// <summary>Seed of every random choice.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Epochs trained.</summary>
    public required int Epochs { get; init; }

    /// <summary>Validation error by goodness.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? ValidationErrorGoodness { get; init; }

    /// <summary>Validation error by softmax.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? ValidationErrorSoftmax { get; init; }

    /// <summary>Test error by goodness.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? TestErrorGoodness { get; init; }

    /// <summary>Test error by softmax.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? TestErrorSoftmax { get; init; }

    /// <summary>Validation error where there is one procedure only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? ValidationError { get; init; }

    /// <summary>Test error where there is one procedure only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? TestError { get; init; }

    /// <summary>Scores by what is no error of a classifier, such as <c>test/bits-per-character</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, double>? Scores { get; init; }

    /// <summary>Seconds spent in training.</summary>
    public required double TrainSeconds { get; init; }

    /// <summary>Training images a second over the whole run.</summary>
    public required double SamplesPerSecond { get; init; }

    /// <summary>What the images really were.</summary>
    public required string? Data { get; init; }

    /// <summary>Commit of the program.</summary>
    public required string Commit { get; init; }

    /// <summary>Processor it ran on.</summary>
    public required string Processor { get; init; }

    /// <summary>Epoch by epoch.</summary>
    public required IReadOnlyList<EpochSummary> History { get; init; }

    /// <summary>What is kept of a finished run.</summary>
    public static StoredRun Of(RunSnapshot run, IReadOnlyList<EpochSummary> history)
    {
        var result = TrainResult.Of(run);
        return new StoredRun
        {
            Seed = result.Seed,
            Epochs = result.Epochs,
            ValidationErrorGoodness = result.ValidationErrorGoodness,
            ValidationErrorSoftmax = result.ValidationErrorSoftmax,
            TestErrorGoodness = result.TestErrorGoodness,
            TestErrorSoftmax = result.TestErrorSoftmax,
            ValidationError = result.ValidationError,
            TestError = result.TestError,
            Scores = result.Scores,
            TrainSeconds = result.TrainSeconds,
            SamplesPerSecond = result.SamplesPerSecond,
            Data = result.Data,
            Commit = Provenance.Commit(),
            Processor = Provenance.Processor(),
            History = history,
        };
    }
}
