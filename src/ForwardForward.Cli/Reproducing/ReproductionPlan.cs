using ForwardForward.Cli.Results;
using ForwardForward.Recipes;
using ForwardForward.Recipes.Paper;
using ForwardForward.Runs.Results;

namespace ForwardForward.Cli.Reproducing;

/// <summary>One run that is still missing from the table: a recipe with its seed, and the file that its result goes to.</summary>
/// <param name="Recipe">What to run, seed included.</param>
/// <param name="File">The file of results.</param>
internal sealed record MissingRun(ConfiguredRecipe Recipe, StoredResultsFile File);

/// <summary>What is to be run so that rows of the paper's table have their seeds.</summary>
/// <param name="Ids">Rows; none means all that this program has a recipe for.</param>
/// <param name="Seeds">Seeds per row, counted from 1; null for as many as the row needs.</param>
/// <param name="Scale">How much of each experiment.</param>
/// <param name="Folder">Folder of the files of results.</param>
internal sealed record ReproductionPlan(IReadOnlyList<string> Ids, int? Seeds, Scale Scale, string Folder)
{
    /// <summary>The runs that are missing, row after row: what is stored already is left out.</summary>
    /// <exception cref="UsageException">An id has no row or no recipe, or a file holds results of other settings.</exception>
    public IReadOnlyList<MissingRun> MissingRuns() => [.. Rows().SelectMany(MissingRunsOf)];

    private IEnumerable<PaperRow> Rows()
    {
        var known = PaperTable.Rows.Where(row => RecipeCatalog.Ids.Contains(row.Recipe)).ToList();
        var unknown = Ids.FirstOrDefault(id => known.TrueForAll(row => row.Recipe != id));
        return unknown is not null
            ? throw new UsageException($"The table has no row '{unknown}'; it has {string.Join(", ", known.Select(row => row.Recipe))}.")
            : known.Where(row => Ids.Count == 0 || Ids.Contains(row.Recipe));
    }

    private IEnumerable<MissingRun> MissingRunsOf(PaperRow row)
    {
        var recipe = RecipeCatalog.Get(row.Recipe, Scale);
        var file = new StoredResultsFile(Path.Combine(Folder, row.Recipe + ".json"));
        file.EnsureFits(StoredResults.Empty(recipe));
        var stored = file.Read()?.Runs.Select(run => run.Seed).ToHashSet() ?? [];
        return Enumerable.Range(1, Seeds ?? row.Seeds).Select(seed => (ulong)seed).Where(seed => !stored.Contains(seed))
            .Select(seed => new MissingRun(recipe with { Seed = seed }, file));
    }
}
