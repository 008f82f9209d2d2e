using System.Text.Json.Serialization;
using ForwardForward.Frames;

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

    /// <summary>Scores by what is no error of a classifier, such as <c>test/bits-per-character</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, double>? Scores { get; init; }

    /// <summary>What the scores mean, for whoever writes them as text; it is not stored.</summary>
    [JsonIgnore]
    public IReadOnlyList<ScoreInfo> Measures { get; init; } = [];

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
    public static TrainResult Of(RunSnapshot run)
    {
        var result = new TrainResult
        {
            Recipe = run.Recipe.Id,
            Scale = run.Recipe.Scale.ToString().ToLowerInvariant(),
            Seed = run.Recipe.Seed,
            Epochs = run.Epochs,
            Scores = OtherMeasures.Scores(run)?.ToDictionary(score => score.Key, score => Rounded(score.Value)),
            Measures = run.Recipe.Scores,
            TrainSeconds = Math.Round(run.TrainSeconds, 3),
            SamplesPerSecond = run.TrainSeconds > 0 ? Math.Round(run.Step * run.Recipe.Settings.BatchSize / run.TrainSeconds, 1) : 0,
            Data = run.DataName,
            Run = run.Id,
            IsSynthetic = run.IsSynthetic,
        };
        var errors = ClassifierErrors.Of(run.Scores);
        return HasGoodness(run.Recipe.Scores)
            ? result with
            {
                ValidationErrorGoodness = Rounded(errors.ValidationGoodness),
                ValidationErrorSoftmax = Rounded(errors.ValidationSoftmax),
                TestErrorGoodness = Rounded(errors.TestGoodness),
                TestErrorSoftmax = Rounded(errors.TestSoftmax),
            }
            : result with { ValidationError = Rounded(errors.ValidationSoftmax), TestError = Rounded(errors.TestSoftmax) };
    }

    /// <summary>Whether a network with such measures is also tested by goodness; if not, its error has no procedure in its name.</summary>
    public static bool HasGoodness(IReadOnlyList<ScoreInfo> measures) => measures.Any(measure => measure.Name == Learning.Models.Measures.GoodnessError.Name);

    // Errors are counts over at most a few ten thousand images; what lies beyond the sixth digit is binary noise.
    private static double? Rounded(double? score) => score is { } value ? Rounded(value) : null;

    private static double Rounded(double score) => Math.Round(score, 6);
}
