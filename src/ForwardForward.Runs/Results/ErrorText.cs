using System.Globalization;

namespace ForwardForward.Runs.Results;

/// <summary>Errors over seeds as text.</summary>
public static class ErrorText
{
    /// <summary>Mean, and the sample standard deviation where there are several; a dash where there is none.</summary>
    /// <param name="errors">The values; null where one was not measured.</param>
    /// <param name="unit">Their unit; empty for none.</param>
    public static string Of(IEnumerable<double?> errors, string unit = "%")
    {
        var values = errors.OfType<double>().ToList();
        if (values.Count == 0)
        {
            return "-";
        }

        var mean = values.Average();
        var end = unit.Length > 0 ? " " + unit : "";
        return values.Count == 1
            ? string.Create(CultureInfo.InvariantCulture, $"{mean:0.00}{end}")
            : string.Create(CultureInfo.InvariantCulture, $"{mean:0.00} ± {Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1)):0.00}{end}");
    }
}
