using System.CommandLine;
using ForwardForward.Cli.Reproducing;
using ForwardForward.Cli.Results;
using ForwardForward.Numerics.Threading;
using ForwardForward.Recipes;
using ForwardForward.Recipes.Paper;

namespace ForwardForward.Cli.Commands;

/// <summary><c>reproduce</c>: rows of the paper's table.</summary>
internal static class ReproduceCommand
{
    public static Command Create(Terminal terminal)
    {
        var ids = new Argument<string[]>("id")
        {
            Description = $"Rows to run: {string.Join(", ", PaperTable.Rows.Select(row => row.Recipe).Where(RecipeCatalog.Ids.Contains))}. Default: all.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var seeds = Checked.Count("--seeds", "Seeds per row, counted from 1; default: as many as the row needs.", 1, 1000);
        var scale = Checked.Scale(Scale.Paper);
        var threads = Checked.Count("--threads", "Threads that calculate; default: all processors.", 1, 256);
        var folder = new Option<DirectoryInfo>("--docs")
        {
            Description = "Folder that holds results/ and results.md. Default: docs.",
            DefaultValueFactory = _ => new DirectoryInfo("docs"),
        };
        var command = new Command("reproduce", "Run what is missing from the paper's table, at low priority, and write docs/results.md. Ctrl+C holds; the same command goes on.")
        {
            ids, seeds, scale, threads, folder,
        };
        var places = new DataFolderOptions(command);
        command.SetAction(async (parsed, _) =>
        {
            var docs = parsed.GetRequiredValue(folder);
            if (!docs.Exists)
            {
                throw new UsageException($"--docs names {docs.FullName}, which does not exist.");
            }

            var results = docs.CreateSubdirectory("results").FullName;
            var missing = new ReproductionPlan(parsed.GetValue(ids) ?? [], parsed.GetValue(seeds), parsed.GetRequiredValue(scale), results).MissingRuns();
            var page = new ResultsPage(Path.Combine(docs.FullName, "results.md"), results);

            ThreadNiceness.LowerProcess();
            await using var engine = await EngineHost.StartAsync(places.Get(parsed), parsed.GetValue(threads), terminal.Interruption);
            return await new Reproduction(terminal, page).RunAsync(missing, engine.Runs);
        });
        return command;
    }
}
