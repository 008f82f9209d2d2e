using ForwardForward.Frames;

namespace ForwardForward.Runs;

/// <summary>What a run is measured by apart from the errors of a classifier, which have a place of their own in results and on pages.</summary>
public static class OtherMeasures
{
    /// <summary>The measures that its recipe declares, in that order, and then those that were measured without being declared.</summary>
    public static IReadOnlyList<ScoreInfo> Of(RunSnapshot run) =>
    [
        .. run.Recipe.Scores.Concat(run.Scores.Select(score => run.Recipe.Measure(ScoreNames.Measure(score.Name))))
            .Where(measure => !ClassifierErrors.HasMeasure(measure.Name))
            .DistinctBy(measure => measure.Name),
    ];

    /// <summary>Scores of such measures on the validation and test splits, by name; null where there is none.</summary>
    public static IReadOnlyDictionary<string, double>? Scores(RunSnapshot run)
    {
        var scores = run.Scores.Where(score => IsScore(score.Name)).ToDictionary(score => score.Name, score => score.Value);
        return scores.Count > 0 ? scores : null;
    }

    /// <summary>Whether a name of a history is the score of such a measure on the validation or test split.</summary>
    public static bool IsScore(string name) =>
        ScoreNames.Split(name) is ScoreNames.Validation or ScoreNames.Test && !ClassifierErrors.HasMeasure(ScoreNames.Measure(name));
}
