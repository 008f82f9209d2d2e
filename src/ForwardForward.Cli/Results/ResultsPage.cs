using System.Globalization;
using System.Text;
using ForwardForward.Recipes.Paper;
using ForwardForward.Runs.Results;

namespace ForwardForward.Cli.Results;

/// <summary>The page that holds stored runs against the paper, row by row of the paper's table.</summary>
/// <param name="path">The Markdown file.</param>
/// <param name="folder">Folder of the files of results.</param>
internal sealed class ResultsPage(string path, string folder)
{
    private const string Head = """
        # Results against the paper

        Test error in percent on MNIST's 10,000 test images: mean, and standard deviation over seeds. Settings were chosen on the validation images
        only (`docs/experiments`). Every figure of ours comes from a file in `docs/results`, which has the settings and each run's seed, commit,
        processor and history. `forwardforward reproduce` runs what is missing and writes this page.

        | experiment | recipe | paper | Hinton's code | best public claim | ours by goodness | ours by softmax | seeds | training of one |
        |---|---|---:|---|---|---:|---:|---:|---:|

        """;

    /// <summary>Where it lies.</summary>
    public string Path => path;

    /// <summary>The page as it should be.</summary>
    public string Text()
    {
        var text = new StringBuilder(Head.ReplaceLineEndings("\n"));
        foreach (var row in PaperTable.Rows)
        {
            text.Append(Row(row, new StoredResultsFile(System.IO.Path.Combine(folder, row.Recipe + ".json")).Read())).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Writes it, whole or not at all.</summary>
    public void Write()
    {
        var temporary = path + ".tmp";
        File.WriteAllText(temporary, Text());
        File.Move(temporary, path, overwrite: true);
    }

    private static string Row(PaperRow row, StoredResults? ours)
    {
        var runs = ours?.Runs ?? [];
        var time = runs.Count == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{runs.Average(run => run.TrainSeconds) / 60:0} min");
        var paper = row.Paper?.ToString("0.0#", CultureInfo.InvariantCulture) ?? "-";
        return $"| {row.Experiment} | `{row.Recipe}` | {paper} | {row.ReleasedCode ?? "-"} | {row.PublicClaim ?? "-"} "
            + $"| {ErrorText.Of(runs.Select(run => run.TestErrorGoodness))} | {ErrorText.Of(runs.Select(run => run.TestErrorSoftmax ?? run.TestError))} | {runs.Count} of {row.Seeds} | {time} |";
    }
}
