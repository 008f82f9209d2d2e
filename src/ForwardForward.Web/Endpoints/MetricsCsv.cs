using System.Globalization;
using System.Text;
using ForwardForward.Runs;

namespace ForwardForward.Web.Endpoints;

/// <summary>A history as CSV (RFC 4180, a line feed after every row, numbers that read back to the same bits).</summary>
public static class MetricsCsv
{
    /// <summary>Writes the points; names become columns in the order in which they first occur.</summary>
    public static string Write(IReadOnlyList<MetricPoint> points)
    {
        var names = points.SelectMany(point => point.Values.Keys).Distinct().ToArray();
        var text = new StringBuilder("sequence,step,epoch,seconds");
        foreach (var name in names)
        {
            text.Append(',').Append(Quote(name));
        }

        text.Append('\n');
        foreach (var point in points)
        {
            text.Append(CultureInfo.InvariantCulture, $"{point.Sequence},{point.Step},{point.Epoch:R},{point.Seconds:R}");
            foreach (var name in names)
            {
                text.Append(',');
                if (point.Values.TryGetValue(name, out var value))
                {
                    text.Append(CultureInfo.InvariantCulture, $"{value:R}");
                }
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static string Quote(string name) => name.AsSpan().ContainsAny(",\"\n\r") ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : name;
}
