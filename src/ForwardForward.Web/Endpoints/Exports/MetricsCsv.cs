using System.Globalization;
using System.Text;
using ForwardForward.Runs;

namespace ForwardForward.Web.Endpoints.Exports;

/// <summary>Histories as CSV (RFC 4180, a line feed after every row, numbers that read back to the same bits), written as they are read.</summary>
public static class MetricsCsv
{
    private const string Point = "sequence,step,epoch,seconds";
    private const string Named = "run,recipe,scale,seed,tags";

    /// <summary>Writes the points of one run; names become columns in the order in which they first occur.</summary>
    public static Task WriteAsync(Stream stream, RunHistory history, CancellationToken cancellation) => WriteAsync(stream, [history], named: false, cancellation);

    /// <summary>Writes the points of several runs one below the other; the first columns say whose they are.</summary>
    public static Task WriteAsync(Stream stream, IReadOnlyList<RunHistory> histories, CancellationToken cancellation) => WriteAsync(stream, histories, named: true, cancellation);

    /// <summary>A text as a field: in quotes, with every quote doubled, where it has a comma, a quote or a line break.</summary>
    public static string Quote(string text) => text.AsSpan().ContainsAny(",\"\n\r") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static async Task WriteAsync(Stream stream, IReadOnlyList<RunHistory> histories, bool named, CancellationToken cancellation)
    {
        await using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        string[] names = [.. histories.SelectMany(history => history.Names).Distinct()];
        await text.WriteLineAsync(string.Join(',', [.. named ? [Named] : Array.Empty<string>(), Point, .. names.Select(Quote)]));
        foreach (var history in histories)
        {
            var whose = named ? Whose(history.Run) : "";
            await foreach (var page in history.PagesAsync(cancellation))
            {
                foreach (var point in page)
                {
                    await text.WriteLineAsync(whose + Row(point, names));
                }

                await text.FlushAsync(cancellation);
            }
        }
    }

    private static string Whose(RunSnapshot run) => string.Create(
        CultureInfo.InvariantCulture,
        $"{run.Id},{Quote(run.Recipe.Id)},{WireJson.Name(run.Recipe.Scale)},{run.Recipe.Seed},{Quote(string.Join(", ", run.Tags))},");

    private static string Row(MetricPoint point, string[] names)
    {
        var row = new StringBuilder();
        row.Append(CultureInfo.InvariantCulture, $"{point.Sequence},{point.Step},{point.Epoch:R},{point.Seconds:R}");
        foreach (var name in names)
        {
            row.Append(',');
            if (point.Values.TryGetValue(name, out var value))
            {
                row.Append(CultureInfo.InvariantCulture, $"{value:R}");
            }
        }

        return row.ToString();
    }
}
