using System.CommandLine;
using ForwardForward.Data;
using ForwardForward.Runs;

namespace ForwardForward.Cli.Commands;

/// <summary>The options <c>--data</c> and <c>--datasets</c>, which all commands that need images share.</summary>
internal sealed class DataFolderOptions
{
    private readonly Option<DirectoryInfo?> _directory = new("--data")
    {
        Description = $"Directory for runs, checkpoints and downloads. Default: {RunsOptions.DirectoryVariable}, else the user's local application data.",
        Recursive = true,
    };

    private readonly Option<DirectoryInfo?> _dataSets = new("--datasets")
    {
        Description = $"Folder of data sets that is only read, with mnist/ in it. Default: {DataPaths.FolderVariable}.",
        Recursive = true,
    };

    /// <summary>Adds both to a command and those below it.</summary>
    public DataFolderOptions(Command command)
    {
        command.Add(_directory);
        command.Add(_dataSets);
    }

    /// <summary>What was said.</summary>
    /// <exception cref="UsageException">The folder of data sets does not exist.</exception>
    public DataFolders Get(ParseResult parsed)
    {
        var dataSets = parsed.GetValue(_dataSets);
        return dataSets is null or { Exists: true }
            ? new DataFolders(parsed.GetValue(_directory)?.FullName, dataSets?.FullName)
            : throw new UsageException($"--datasets names {dataSets.FullName}, which does not exist.");
    }
}
