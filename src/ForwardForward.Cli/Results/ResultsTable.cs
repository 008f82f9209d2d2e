using System.Globalization;
using System.Text;
using ForwardForward.Recipes;
using ForwardForward.Runs;
using ForwardForward.Runs.Results;

namespace ForwardForward.Cli.Results;

/// <summary>Stored runs held against the paper, as a Markdown table: one row for every recipe and settings that have runs.</summary>
internal static class ResultsTable
{
    private const string Begin = "<!-- results: written by 'forwardforward results --write' -->";
    private const string End = "<!-- end of results -->";

    /// <summary>The table of all files of results in a folder; a sentence when there is none.</summary>
    public static string Of(string folder)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal) : Enumerable.Empty<string>();
        var all = files.Select(path => new StoredResultsFile(path).Read()!)
            .Where(results => results.Runs.Count > 0)
            .OrderBy(results => Order(results.Recipe)).ThenBy(results => results.Recipe, StringComparer.Ordinal)
            .ToList();
        if (all.Count == 0)
        {
            return "There are no stored runs yet.\n";
        }

        var hasOthers = all.Exists(results => results.Runs.Any(run => run.Scores is not null));
        var table = new StringBuilder($"| recipe | scale | data | epochs | seeds | test error by goodness | by softmax |{(hasOthers ? " other test scores |" : "")} reference | training |\n");
        table.Append($"|---|---|---|---:|---:|---:|---:|{(hasOthers ? "---:|" : "")}---:|---:|\n");
        all.ForEach(results => table.Append(Row(results, hasOthers)).Append('\n'));
        return table.ToString();
    }

    /// <summary>A text with the table in its place.</summary>
    /// <exception cref="UsageException">The text has no place for the table.</exception>
    public static string PutInto(string text, string table)
    {
        var begin = text.IndexOf(Begin, StringComparison.Ordinal);
        var end = text.IndexOf(End, StringComparison.Ordinal);
        return begin >= 0 && end > begin
            ? $"{text[..(begin + Begin.Length)]}\n\n{table}\n{text[end..]}"
            : throw new UsageException($"The text has no place for the table: the lines \"{Begin}\" and \"{End}\".");
    }

    private static int Order(string recipe)
    {
        var index = RecipeCatalog.Ids.ToList().IndexOf(recipe);
        return index < 0 ? int.MaxValue : index;
    }

    private static string Row(StoredResults results, bool hasOthers)
    {
        var runs = results.Runs;
        var data = string.Join(", ", runs.Select(run => run.Data).Distinct());
        var epochs = string.Join(", ", runs.Select(run => run.Epochs).Distinct());
        var minutes = runs.Average(run => run.TrainSeconds) / 60;
        return string.Create(CultureInfo.InvariantCulture,
            $"| `{results.Recipe}` | {results.Settings["scale"]} | {data} | {epochs} | {runs.Count} | {ErrorText.Of(runs.Select(run => run.TestErrorGoodness))} | {ErrorText.Of(runs.Select(run => run.TestErrorSoftmax ?? run.TestError))} |{(hasOthers ? $" {Others(results)} |" : "")} {Reference(results.Recipe)} | {minutes:0.0} min |");
    }

    private static string Others(StoredResults results)
    {
        var measures = RecipeCatalog.Find(results.Recipe)?.Scores ?? [];
        var names = results.Runs.SelectMany(run => run.Scores?.Keys ?? []).Where(name => ScoreNames.Split(name) == ScoreNames.Test).Distinct();
        var texts = names.Select(name => ScoreText.Of(name, measures, results.Runs.Select(run => run.Scores?.TryGetValue(name, out var value) == true ? value : (double?)null)));
        return string.Join(", ", texts.DefaultIfEmpty("-"));
    }

    private static string Reference(string recipe) =>
        RecipeCatalog.Find(recipe)?.Info.Paper?.Reference is { TestErrorPercent: { } percent } paper
            ? string.Create(CultureInfo.InvariantCulture, $"{percent:0.00} % ({paper.Note ?? "paper, section " + paper.Section})")
            : "-";
}
