using ForwardForward.Runs;
using ForwardForward.Web.ViewModels.Starting;

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
    private static readonly string[] SettingsOfLayers = ["goodness", "loss", "negatives", "thresholdPerUnit"];

    /// <summary>Everything: what is assumed while no run is chosen.</summary>
    public static RunProcedures All { get; } = new(true, true, true);

    /// <summary>Reads it off a run: what was counted exists; what was not counted yet exists if the recipe has settings for it.</summary>
    public static RunProcedures Of(RunSnapshot? run, RecipeShelf shelf)
    {
        if (run is null)
        {
            return All;
        }

        var names = shelf.NamesOf(run.Recipe);
        var goodness = (run.Errors.ValidationGoodness ?? run.Errors.TestGoodness) is not null;
        var softmax = (run.Errors.ValidationSoftmax ?? run.Errors.TestSoftmax) is not null;
        return new RunProcedures(
            goodness || (names.Contains("goodnessEvery") && !(softmax && run.State == RunState.Completed)),
            softmax || !goodness,
            SettingsOfLayers.Any(names.Contains) || Measured(run));
    }

    private static bool Measured(RunSnapshot run) =>
        run.LastMetrics?.Values.Any(value => value.Value != 0 && value.Key.EndsWith("/" + MetricNames.PositiveGoodness, StringComparison.Ordinal)) == true;
}
