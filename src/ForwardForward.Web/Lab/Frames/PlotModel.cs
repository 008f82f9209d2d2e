using ForwardForward.Frames;

namespace ForwardForward.Web.Lab.Frames;

/// <summary>What the module beside <see cref="FramePlot"/> draws; what is no finite number is null, since JSON has no other word for it.</summary>
/// <param name="Kind"><c>lines</c> or <c>bars</c>.</param>
/// <param name="X">Positions, or centres of the bars.</param>
/// <param name="Lines">The lines or distributions.</param>
/// <param name="Axis">What the horizontal axis measures.</param>
/// <param name="Unit">What the vertical axis measures.</param>
/// <param name="Band">Ends of the shaded part; null for none.</param>
/// <param name="Mark">A position to mark across; null for none.</param>
public sealed record PlotModel(
    string Kind, IReadOnlyList<double> X, IReadOnlyList<PlotLine> Lines, string Axis, string Unit, IReadOnlyList<double>? Band = null, double? Mark = null)
{
    /// <summary>A series as lines.</summary>
    public static PlotModel Of(SeriesFrame frame) => new(
        "lines",
        [.. frame.Positions.Select(position => (double)position)],
        [.. frame.Lines.Select((line, i) => new PlotLine(line.Name, RoleNames.Of(line.Role, i), Array.ConvertAll(line.Values, value => float.IsFinite(value) ? value : (double?)null)))],
        frame.Axis,
        frame.Unit,
        frame.Band is { } band ? [band.From, band.To] : null);

    /// <summary>Distributions as bars: percent of each in every bin.</summary>
    public static PlotModel Of(HistogramFrame frame)
    {
        var bins = HistogramBins.Of(frame);
        var count = bins.Shares.Length == 0 ? 0 : bins.Shares[0].Length;
        return new PlotModel(
            "bars",
            [.. Enumerable.Range(0, count).Select(bin => bins.From + ((bin + 0.5) * bins.Width))],
            [.. frame.Distributions.Select((one, i) => new PlotLine(one.Name, RoleNames.Of(one.Role, i), [.. bins.Shares[i].Select(share => (double?)(100 * share))]))],
            frame.Axis,
            "% of each",
            Mark: frame.Threshold);
    }
}

/// <summary>A line or distribution.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Role">Class of what it stands for.</param>
/// <param name="Y">Its values; null for a gap.</param>
public sealed record PlotLine(string Name, string Role, IReadOnlyList<double?> Y);
