using ForwardForward.Recipes.Paper;

namespace ForwardForward.Runs.Results;

/// <summary>A row of the paper's table with our stored runs.</summary>
/// <param name="Row">What the paper and others say.</param>
/// <param name="Runs">Ours, by seed; none where nothing is stored.</param>
public sealed record ReproducedRow(PaperRow Row, IReadOnlyList<StoredRun> Runs)
{
    /// <summary>Name of the folder of results beside the program.</summary>
    public const string Folder = "results";

    /// <summary>Test errors in percent by goodness, one a run that has it.</summary>
    public IReadOnlyList<double> Goodness => [.. Runs.Select(run => run.TestErrorGoodness).OfType<double>()];

    /// <summary>Test errors by softmax, or by the only procedure that there is.</summary>
    public IReadOnlyList<double> Softmax => [.. Runs.Select(run => run.TestErrorSoftmax ?? run.TestError).OfType<double>()];

    /// <summary>Mean seconds of training; null where nothing is stored.</summary>
    public double? Seconds => Runs.Count == 0 ? null : Runs.Average(run => run.TrainSeconds);

    /// <summary>The least seed, from 1, that has no stored run.</summary>
    public ulong NextSeed
    {
        get
        {
            var seed = 1UL;
            while (Runs.Any(run => run.Seed == seed))
            {
                seed++;
            }

            return seed;
        }
    }

    /// <summary>Every row of the paper's table with the runs stored in a folder, as <c>ID.json</c> each.</summary>
    /// <exception cref="StoredResultsException">A file holds no results.</exception>
    public static IReadOnlyList<ReproducedRow> Read(string folder) =>
        [.. PaperTable.Rows.Select(row => new ReproducedRow(row, new StoredResultsFile(Path.Combine(folder, row.Recipe + ".json")).Read()?.Runs ?? []))];
}
