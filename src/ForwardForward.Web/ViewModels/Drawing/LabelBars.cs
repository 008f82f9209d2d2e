using ForwardForward.Learning.Models;
using ForwardForward.Learning.Readings;

namespace ForwardForward.Web.ViewModels.Drawing;

/// <summary>One label's bars.</summary>
/// <param name="Label">The label.</param>
/// <param name="Goodness">Goodness per unit of the scoring layers; null where the network has no such procedure.</param>
/// <param name="GoodnessShare">Length of its bar in [0, 1].</param>
/// <param name="Softmax">Probability by the one-pass softmax; null where there is none.</param>
/// <param name="IsVerdict">Whether this is the answer.</param>
public sealed record LabelBar(int Label, double? Goodness, double GoodnessShare, double? Softmax, bool IsVerdict);

/// <summary>A classification as bars.</summary>
/// <param name="Verdict">The answer; null while there is none.</param>
/// <param name="Bars">One per label.</param>
/// <param name="ThresholdShare">Where the threshold stands on the goodness bars, in [0, 1]; null when unknown.</param>
/// <param name="ByGoodness">Whether there are bars of goodness.</param>
/// <param name="BySoftmax">Whether there are bars of the softmax.</param>
public sealed record LabelBars(int? Verdict, IReadOnlyList<LabelBar> Bars, double? ThresholdShare, bool ByGoodness = true, bool BySoftmax = true)
{
    /// <summary>Bars without an answer.</summary>
    public static LabelBars Empty { get; } = new(null, [.. Enumerable.Range(0, 10).Select(label => new LabelBar(label, null, 0, null, false))], null);

    /// <summary>Bars without an answer, of the procedures that there are.</summary>
    public static LabelBars Waiting(RunProcedures procedures) => Empty with { ByGoodness = procedures.Goodness, BySoftmax = procedures.Softmax };

    /// <summary>Bars of an answer. Goodness is divided by the units of the layers that score (all but the first), so that a threshold of one per unit reads as 1.</summary>
    public static LabelBars Of(Classification answer, IReadOnlyList<LayerDescription> layers)
    {
        var scoring = layers.Count > 1 ? layers.Skip(1).ToArray() : [.. layers];
        var units = Math.Max(1, scoring.Sum(layer => layer.Units));
        var threshold = scoring.Sum(layer => (double)layer.Threshold) / units;
        var highest = answer.Goodness.Length == 0 ? 0 : answer.Goodness.Where(float.IsFinite).DefaultIfEmpty(0).Max() / (double)units;
        var full = Math.Max(Math.Max(highest, threshold * 1.25), 1e-9);
        var labels = Math.Max(answer.Goodness.Length, answer.Softmax.Length);
        return new LabelBars(
            answer.Label,
            [.. Enumerable.Range(0, labels).Select(label => Bar(answer, label, units, full))],
            threshold > 0 && answer.Goodness.Length > 0 ? threshold / full : null,
            answer.Goodness.Length > 0,
            answer.Softmax.Length > 0);
    }

    private static LabelBar Bar(Classification answer, int label, double units, double full)
    {
        double? goodness = label < answer.Goodness.Length ? answer.Goodness[label] / units : null;
        double? softmax = label < answer.Softmax.Length ? answer.Softmax[label] : null;
        var share = Math.Clamp((goodness ?? 0) / full, 0, 1);
        return new LabelBar(label, goodness, double.IsFinite(share) ? share : 0, softmax, label == answer.Label);
    }
}
