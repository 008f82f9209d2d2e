using System.Globalization;
using System.Text;
using ForwardForward.Runs;

namespace ForwardForward.Web.ViewModels;

/// <summary>One label's goodness over the iterations, as a line in a box.</summary>
/// <param name="Label">The label.</param>
/// <param name="Kind"><c>true</c> for the digit's own label, <c>rival</c> for the best of the wrong ones, <c>other</c> for the rest.</param>
/// <param name="Points">Points of the line for SVG; what is no finite number is left out.</param>
/// <param name="End">Where it ends, in the height of the box.</param>
public sealed record SettlingLine(int Label, string Kind, string Points, double End);

/// <summary>The goodness of every label over the iterations, drawn into a box of <see cref="Width"/> x <see cref="Height"/>.</summary>
/// <param name="Lines">One for every label; the two that matter last, so that they lie on top.</param>
/// <param name="Least">Goodness at the bottom.</param>
/// <param name="Most">Goodness at the top.</param>
/// <param name="ScoredFrom">Where the scored iterations begin.</param>
/// <param name="ScoredTo">Where they end.</param>
public sealed record SettlingLines(IReadOnlyList<SettlingLine> Lines, double Least, double Most, double ScoredFrom, double ScoredTo)
{
    /// <summary>Width of the box.</summary>
    public const double Width = 400;

    /// <summary>Height of the box.</summary>
    public const double Height = 160;

    /// <summary>Makes the lines.</summary>
    public static SettlingLines Of(LabelIterations found)
    {
        var values = found.Goodness.SelectMany(goodness => goodness).Where(float.IsFinite).DefaultIfEmpty(0).ToArray();
        var (least, most) = ((double)values.Min(), (double)values.Max());
        var span = most > least ? most - least : 1;
        var labels = found.Goodness.Length == 0 ? 0 : found.Goodness.Min(goodness => goodness.Length);
        var rival = Enumerable.Range(0, labels).Where(label => label != found.Label).OrderByDescending(label => Score(found, label)).Cast<int?>().FirstOrDefault();
        double Down(double value) => Height * (1 - ((value - least) / span));
        var lines = Enumerable.Range(0, labels).Select(label => new SettlingLine(
            label,
            label == found.Label ? "true" : label == rival ? "rival" : "other",
            Points(found, label, Down),
            Down(float.IsFinite(found.Goodness[^1][label]) ? found.Goodness[^1][label] : least)));
        return new SettlingLines(
            [.. lines.OrderBy(line => line.Kind switch { "true" => 2, "rival" => 1, _ => 0 })],
            least, most, Across(found, found.FirstScored - 1.5), Across(found, found.LastScored - 0.5));
    }

    private static double Score(LabelIterations found, int label)
    {
        var scored = found.Goodness.Skip(found.FirstScored - 1).Take(found.LastScored - found.FirstScored + 1).Select(goodness => goodness[label]).ToArray();
        return scored.Length > 0 && scored.All(float.IsFinite) ? scored.Average() : double.NegativeInfinity;
    }

    private static double Across(LabelIterations found, double iteration) =>
        Math.Clamp(found.Goodness.Length > 1 ? Width * iteration / (found.Goodness.Length - 1) : Width / 2, 0, Width);

    private static string Points(LabelIterations found, int label, Func<double, double> down)
    {
        var text = new StringBuilder();
        for (var iteration = 0; iteration < found.Goodness.Length; iteration++)
        {
            var value = found.Goodness[iteration][label];
            if (float.IsFinite(value))
            {
                text.Append(CultureInfo.InvariantCulture, $"{Across(found, iteration):0.#},{down(value):0.#} ");
            }
        }

        return text.ToString().TrimEnd();
    }
}
