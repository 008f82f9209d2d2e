using ForwardForward.Frames;
using ForwardForward.Runs;
using ForwardForward.Runs.Results;
using ForwardForward.Web.ViewModels.RunLists;

namespace ForwardForward.Web.ViewModels;

/// <summary>The scores of a run that have no column of their own in lists, as words.</summary>
public static class OtherScores
{
    private static readonly string[] Splits = [ScoreNames.Validation, ScoreNames.Test];

    /// <summary>Words such as "validation error by free energy 5.20 %, best 4.90 %"; none where all scores have a column.</summary>
    /// <param name="run">The run.</param>
    /// <param name="course">Its scores over time, for the best of them; null where they are not known.</param>
    public static IEnumerable<string> Of(RunSnapshot run, ErrorCourse? course = null) =>
        from measure in OtherMeasures.Of(run)
        from split in Splits
        let value = run.Scores[ScoreNames.Of(split, measure.Name)]
        where value is not null
        select $"{ScoreText.Name(split, measure)} {Figures.Score(value, measure)}{(split == ScoreNames.Validation ? Best(measure, course) : "")}";

    private static string Best(ScoreInfo measure, ErrorCourse? course) =>
        course?.Measure?.Name == measure.Name && course.BestOther is { } best ? $", best {Figures.Score(best, measure)}" : "";
}
