using ForwardForward.Runs;

namespace ForwardForward.Web.Endpoints.Contracts;

/// <summary>A score of a run.</summary>
/// <param name="Name">Split and measure, such as <c>test/goodness-error</c>; the history has it under the same name.</param>
/// <param name="Title">Name of the measure for people.</param>
/// <param name="Unit">Unit of the value: "%" for error rates, "bits", "nats"; empty where it has none.</param>
/// <param name="LowerIsBetter">Which way is better.</param>
/// <param name="Value">The newest value.</param>
public sealed record ScoreAnswer(string Name, string Title, string Unit, bool LowerIsBetter, double Value)
{
    /// <summary>The scores of a run by name.</summary>
    public static IReadOnlyList<ScoreAnswer> Of(RunSnapshot run) =>
    [
        .. from score in run.Scores
           let measure = run.Recipe.Measure(ScoreNames.Measure(score.Name))
           select new ScoreAnswer(score.Name, measure.Title, measure.Unit, measure.LowerIsBetter, score.Value),
    ];
}
