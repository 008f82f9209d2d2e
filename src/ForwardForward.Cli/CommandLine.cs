using System.CommandLine;
using System.CommandLine.Parsing;
using ForwardForward.Cli.Commands;
using ForwardForward.Data;
using ForwardForward.Data.Downloads;
using ForwardForward.Recipes.Settings;
using ForwardForward.Runs;
using ForwardForward.Runs.Results;

namespace ForwardForward.Cli;

/// <summary>Parses arguments, runs the command, and turns whatever goes wrong into a sentence and an exit code.</summary>
public static class CommandLine
{
    /// <summary>Runs one command line; never throws.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Terminal terminal)
    {
        var root = new RootCommand("Train and try Forward-Forward networks (Hinton 2022, arXiv 2212.13345).")
        {
            TrainCommand.Create(terminal),
            RecipesCommand.Create(terminal),
            ClassifyCommand.Create(terminal),
            PackCommand.Create(terminal),
            DataCommand.Create(terminal),
            ReproduceCommand.Create(terminal),
            ResultsCommand.Create(terminal),
            BenchCommand.Create(terminal),
        };
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await terminal.Error.WriteLineAsync(error.Message);
            }

            return ExitCode.BadArguments;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = terminal.Output,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
        catch (Exception exception)
        {
            return await ExplainAsync(exception, terminal.Error);
        }
    }

    private static async Task<int> ExplainAsync(Exception exception, TextWriter error)
    {
        switch (exception)
        {
            case UsageException or StoredResultsException or DataFormatException or SettingException or RunRequestException or RunNotFoundException or RunStateException:
                await error.WriteLineAsync(exception.Message);
                return ExitCode.BadArguments;
            case IOException or UnauthorizedAccessException or InvalidDataException or HttpRequestException or DownloadException:
                await error.WriteLineAsync(exception.Message);
                return ExitCode.Failed;
            case OperationCanceledException:
                return ExitCode.Interrupted;
            default:
                // Not foreseen: a defect of this program, so whoever reports it needs the whole story.
                await error.WriteLineAsync(exception.ToString());
                return ExitCode.Failed;
        }
    }
}
