using ForwardForward.Runs;

namespace ForwardForward.Web.ViewModels;

/// <summary>
/// What there is to measure of a run. Not every network has both test procedures, and where layers are not trained one by one they have
/// no goodness: the page leaves out what does not exist instead of showing it empty.
/// </summary>
/// <param name="Goodness">It scores every label by goodness.</param>
/// <param name="Softmax">It reads in one pass with a softmax.</param>
/// <param name="LayerGoodness">Its layers have a goodness each.</param>
public sealed record RunProcedures(bool Goodness, bool Softmax, bool LayerGoodness)
{
    /// <summary>Everything: what is assumed while no run is chosen.</summary>
    public static RunProcedures All { get; } = new(true, true, true);

    /// <summary>Reads it off a run: what was counted exists; what was not counted yet exists if the recipe's trainer has it.</summary>
    public static RunProcedures Of(RunSnapshot? run)
    {
        if (run is null)
        {
            return All;
        }

        var errors = ClassifierErrors.Of(run.Scores);
        var goodness = (errors.ValidationGoodness ?? errors.TestGoodness) is not null;
        var softmax = (errors.ValidationSoftmax ?? errors.TestSoftmax) is not null;
        return new RunProcedures(
            goodness || (Declares(run, MetricNames.ValidationGoodness) && !(softmax && run.State == RunState.Completed)),
            softmax || (Declares(run, MetricNames.ValidationSoftmax) && !goodness),
            run.Recipe.Settings.HasLayerGoodness || Measured(run));
    }

    private static bool Declares(RunSnapshot run, string name) => run.Recipe.Scores.Any(measure => measure.Name == ScoreNames.Measure(name));

    private static bool Measured(RunSnapshot run) =>
        run.LastMetrics?.Values.Any(value => value.Value != 0 && value.Key.EndsWith("/" + MetricNames.PositiveGoodness, StringComparison.Ordinal)) == true;
}
