using System.Globalization;

namespace ForwardForward.Runs.Results;

/// <summary>Errors over seeds as text.</summary>
public static class ErrorText
{
    /// <summary>Mean, and the sample standard deviation where there are several; a dash where there is none.</summary>
    public static string Of(IEnumerable<double?> errors)
    {
        var values = errors.OfType<double>().ToList();
        if (values.Count == 0)
        {
            return "-";
        }

        var mean = values.Average();
        return values.Count == 1
            ? string.Create(CultureInfo.InvariantCulture, $"{mean:0.00} %")
            : string.Create(CultureInfo.InvariantCulture, $"{mean:0.00} ± {Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1)):0.00} %");
    }
}
