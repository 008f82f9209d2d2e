using System.Globalization;
using ForwardForward.Frames;
using ForwardForward.Web.ViewModels;

namespace ForwardForward.Web.Lab.Frames;

/// <summary>Numbers of a grid as people read them, and how long their bars are.</summary>
internal static class GridCells
{
    /// <summary>A number with its column's unit.</summary>
    public static string Text(float value, GridColumn column) => !float.IsFinite(value) ? Figures.None : column.Unit switch
    {
        "share" => Figures.Share(value),
        "" => Number(value),
        var unit => $"{Number(value)}\u00a0{unit}",
    };

    /// <summary>A number: whole ones without decimals, small ones with as many as they need.</summary>
    public static string Number(double value) => !double.IsFinite(value) ? Figures.None
        : value == Math.Round(value) ? Figures.Count((long)Math.Clamp(value, -1e15, 1e15))
        : Math.Abs(value) < 0.1 ? value.ToString("0.###e-0", CultureInfo.InvariantCulture) is var small && Math.Abs(value) < 0.001 ? small : value.ToString("0.000", CultureInfo.InvariantCulture)
        : Figures.Value(value);

    /// <summary>
    /// Where the bars of a column begin and end: from 0, or from the smallest number where some are negative, to the largest, threshold
    /// included; shares always from 0 to 1.
    /// </summary>
    public static (double From, double To) Ends(GridFrame frame, int column)
    {
        if (frame.Columns[column].Unit == "share")
        {
            return (0, 1);
        }

        var values = Enumerable.Range(0, frame.Rows.Count).Select(row => (double)frame.At(row, column)).Append(frame.Columns[column].Threshold ?? 0).Where(double.IsFinite).Append(0).ToArray();
        return (values.Min(), values.Max() > values.Min() ? values.Max() : values.Min() + 1);
    }

    /// <summary>Where a number lies between the ends, as a share of the way; 0 for what is no number.</summary>
    public static double Place(double value, (double From, double To) ends) =>
        double.IsFinite(value) ? Math.Clamp((value - ends.From) / (ends.To - ends.From), 0, 1) : 0;

    /// <summary>A share as CSS has it.</summary>
    public static string Percent(double share) => FormattableString.Invariant($"{100 * share:0.##}%");
}
