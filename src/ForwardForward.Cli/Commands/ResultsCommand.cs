using System.CommandLine;
using ForwardForward.Cli.Results;

namespace ForwardForward.Cli.Commands;

/// <summary><c>results</c>: stored runs against the paper.</summary>
internal static class ResultsCommand
{
    public static Command Create(Terminal terminal)
    {
        var folder = new Option<DirectoryInfo>("--from")
        {
            Description = "Folder of stored results. Default: docs/results.",
            DefaultValueFactory = _ => new DirectoryInfo("docs/results"),
        };
        var file = new Option<FileInfo?>("--write") { Description = "Puts the table into this Markdown file, between its two marks, instead of printing it." };
        var command = new Command("results", "Hold the stored runs against the paper, as a Markdown table.") { folder, file };
        command.SetAction(async (parsed, cancellation) =>
        {
            var from = parsed.GetRequiredValue(folder);
            if (!from.Exists)
            {
                throw new UsageException($"There is no folder {from.FullName}.");
            }

            var table = ResultsTable.Of(from.FullName);
            if (parsed.GetValue(file) is not { } target)
            {
                await terminal.Output.WriteAsync(table);
            }
            else if (!target.Exists)
            {
                throw new UsageException($"There is no file {target.FullName}.");
            }
            else
            {
                var text = await File.ReadAllTextAsync(target.FullName, cancellation);
                await File.WriteAllTextAsync(target.FullName, ResultsTable.PutInto(text, table), cancellation);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
