using System.Text.Json.Serialization;

namespace ForwardForward.Runs.Results;

/// <summary>How a run ended: the last line of <c>train --json</c>. Errors in percent.</summary>
public sealed record TrainResult
{
    /// <summary>Id of the recipe.</summary>
    public required string Recipe { get; init; }

    /// <summary>Scale, in lower case.</summary>
    public required string Scale { get; init; }

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

    /// <summary>Seconds spent in training.</summary>
    public required double TrainSeconds { get; init; }

    /// <summary>Training images a second over the whole run.</summary>
    public required double SamplesPerSecond { get; init; }

    /// <summary>What the images really were, such as "MNIST" or "synthetic digits".</summary>
    public required string? Data { get; init; }

    /// <summary>Id of the run, for <c>--resume</c>, the browser and its checkpoint.</summary>
    public required string Run { get; init; }

    /// <summary>True when the data is made up, so that the errors cannot be held against the paper's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsSynthetic { get; init; }

    /// <summary>The result that a finished run's snapshot tells.</summary>
    public static TrainResult Of(RunSnapshot run) => run.Recipe.Settings.ClassifiesByGoodness
        ? Of(run, null, null) with
        {
            ValidationErrorGoodness = Rounded(run.Errors.ValidationGoodness),
            ValidationErrorSoftmax = Rounded(run.Errors.ValidationSoftmax),
            TestErrorGoodness = Rounded(run.Errors.TestGoodness),
            TestErrorSoftmax = Rounded(run.Errors.TestSoftmax),
        }
        : Of(run, run.Errors.ValidationSoftmax, run.Errors.TestSoftmax);

    private static TrainResult Of(RunSnapshot run, double? validationError, double? testError) => new()
    {
        Recipe = run.Recipe.Id,
        Scale = run.Recipe.Scale.ToString().ToLowerInvariant(),
        Seed = run.Recipe.Seed,
        Epochs = run.Epochs,
        ValidationError = Rounded(validationError),
        TestError = Rounded(testError),
        TrainSeconds = Math.Round(run.TrainSeconds, 3),
        SamplesPerSecond = run.TrainSeconds > 0 ? Math.Round(run.Step * run.Recipe.Settings.BatchSize / run.TrainSeconds, 1) : 0,
        Data = run.DataName,
        Run = run.Id,
        IsSynthetic = run.IsSynthetic,
    };

    // Errors are counts over at most a few ten thousand images; what lies beyond the sixth digit is binary noise.
    private static double? Rounded(double? percent) => percent is { } value ? Math.Round(value, 6) : null;
}
