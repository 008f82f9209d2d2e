using ForwardForward.Learning.Models;
using ForwardForward.Learning.Readings;

namespace ForwardForward.Web.ViewModels.Drawing;

/// <summary>The goodness that one layer gives to every label.</summary>
/// <param name="Name">Name of the layer.</param>
/// <param name="Scores">Whether it counts for the verdict; the first layer does not where there are others.</param>
/// <param name="Labels">Goodness per unit of each label, with the length of its bar in [0, 1].</param>
/// <param name="Best">The label of the highest goodness.</param>
public sealed record LayerGoodness(string Name, bool Scores, IReadOnlyList<(double Goodness, double Share)> Labels, int Best)
{
    /// <summary>Every layer of an answer; none where the network has no goodness.</summary>
    public static IReadOnlyList<LayerGoodness> Of(Classification? answer, IReadOnlyList<LayerDescription> layers) =>
        answer is null || answer.Layers.Length != layers.Count ? [] : [.. answer.Layers.Select((goodness, layer) => Of(goodness, layer, layers))];

    private static LayerGoodness Of(float[] goodness, int layer, IReadOnlyList<LayerDescription> layers)
    {
        var units = Math.Max(1, layers[layer].Units);
        double[] values = [.. goodness.Select(value => (double)value / units)];
        var (least, most) = (values.Where(double.IsFinite).DefaultIfEmpty(0).Min(), values.Where(double.IsFinite).DefaultIfEmpty(0).Max());

        // Labels differ by little beside what they share: bars begin a little below the least.
        var start = least - (0.15 * (most - least));
        return new LayerGoodness(
            layers[layer].Name, layer > 0 || layers.Count == 1,
            [.. values.Select(value => (value, most > start && double.IsFinite(value) ? (value - start) / (most - start) : 0))],
            Array.IndexOf(values, most));
    }
}
