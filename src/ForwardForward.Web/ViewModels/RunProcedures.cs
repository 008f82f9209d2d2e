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

        var settings = run.Recipe.Settings;
        var goodness = (run.Errors.ValidationGoodness ?? run.Errors.TestGoodness) is not null;
        var softmax = (run.Errors.ValidationSoftmax ?? run.Errors.TestSoftmax) is not null;
        return new RunProcedures(
            goodness || (settings.ClassifiesByGoodness && !(softmax && run.State == RunState.Completed)),
            softmax || !goodness,
            settings.HasLayerGoodness || Measured(run));
    }

    private static bool Measured(RunSnapshot run) =>
        run.LastMetrics?.Values.Any(value => value.Value != 0 && value.Key.EndsWith("/" + MetricNames.PositiveGoodness, StringComparison.Ordinal)) == true;
}
