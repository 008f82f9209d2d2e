using System.CommandLine;
using ForwardForward.Cli.Benchmarks;
using ForwardForward.Cli.Results;
using ForwardForward.Recipes;
using ForwardForward.Runs.Results;

namespace ForwardForward.Cli.Commands;

/// <summary><c>bench</c>: the arguments; <see cref="BenchRunner"/> does the work.</summary>
internal static class BenchCommand
{
    private static readonly string[] Measured = ["ff-supervised-small", "ff-supervised"];

    public static Command Create(Terminal terminal)
    {
        var kind = new Argument<string>("what") { Description = string.Join(", ", BenchRunner.Kinds) + ". Default: all.", DefaultValueFactory = _ => "all" };
        var recipe = new Option<string[]>("--recipe") { Description = $"Recipes to measure. Default: {string.Join(" and ", Measured)}." };
        var scale = Checked.Scale(Scale.Paper);
        var after = Checked.Count("--after", "Epochs to train before measuring: a trained net skips more. Default: 1.", 0, 10_000);
        var set = new Option<string[]>("--set") { Description = "Changes a setting of the recipes: name=value. May be repeated.", AllowMultipleArgumentsPerToken = false };
        var model = new Option<FileInfo?>("--model") { Description = "Measure from this checkpoint on, in place of a recipe." };
        var threads = Checked.Count("--threads", "Threads that calculate; default: all processors.", 1, 256);
        var against = new Option<string?>("--against") { Description = "'openblas' times the same products in the system's OpenBLAS, in turn." };
        var json = new Option<bool>("--json") { Description = "One JSON object a row." };
        var command = new Command("bench", "Measure products, training steps and classification against the machine's peak.")
        {
            kind, recipe, scale, set, after, model, threads, against, json,
        };
        var places = new DataFolderOptions(command);
        command.SetAction(async (parsed, _) =>
        {
            var request = new BenchRequest
            {
                Recipes = Recipes(parsed.GetValue(recipe), parsed.GetValue(set), parsed.GetValue(model)),
                Settings = parsed.GetValue(set) ?? [],
                Scale = parsed.GetValue(scale),
                AfterEpochs = parsed.GetValue(after) ?? 1,
                Model = parsed.GetValue(model)?.FullName,
                Threads = parsed.GetValue(threads) ?? Environment.ProcessorCount,
                Places = places.Get(parsed),
                AgainstOpenBlas = IsAgainstOpenBlas(parsed.GetValue(against)),
            };
            return await RunAsync(terminal, Kind(parsed.GetRequiredValue(kind)), request, parsed.GetValue(json));
        });
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string kind, BenchRequest request, bool json)
    {
        if (!json)
        {
            await terminal.Output.WriteLineAsync($"{Provenance.Processor()}, commit {Provenance.Commit()}");
            await terminal.Output.WriteLineAsync(BenchText.Header);
        }

        await foreach (var row in new BenchRunner(request).RunAsync(kind, terminal.Interruption))
        {
            if (json)
            {
                JsonLines.Write(terminal.Output, row);
            }
            else
            {
                await terminal.Output.WriteLineAsync(BenchText.Of(row));
            }
        }

        return ExitCode.Done;
    }

    private static string Kind(string kind) =>
        BenchRunner.Kinds.Contains(kind) ? kind : throw new UsageException($"'bench' measures {string.Join(", ", BenchRunner.Kinds)}; got '{kind}'.");

    private static string[] Recipes(string[]? given, string[]? settings, FileInfo? model)
    {
        if (model is not null)
        {
            return given is null or [] && (settings is null or [])
                ? [""]
                : throw new UsageException("--model brings its own recipe; leave out --recipe and --set.");
        }

        string[] recipes = given is null or [] ? Measured : given;
        return recipes.FirstOrDefault(id => !RecipeCatalog.Ids.Contains(id)) is { } unknown
            ? throw new UsageException($"There is no recipe '{unknown}'. Recipes: {string.Join(", ", RecipeCatalog.Ids)}.")
            : recipes;
    }

    private static bool IsAgainstOpenBlas(string? against) => against switch
    {
        null => false,
        "openblas" when GemmBenchmark.HasOpenBlas => true,
        "openblas" => throw new UsageException("This machine has no OpenBLAS to compare with; on Debian, install libopenblas0-pthread."),
        _ => throw new UsageException($"--against takes openblas; got '{against}'."),
    };
}
