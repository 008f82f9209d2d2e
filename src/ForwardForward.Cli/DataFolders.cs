using ForwardForward.Data;
using ForwardForward.Runs;

namespace ForwardForward.Cli;

/// <summary>Where runs and data sets lie.</summary>
/// <param name="Directory">Data directory; null for the usual one.</param>
/// <param name="DataSets">Read-only folder of data sets; null for the one in the environment, if any.</param>
internal sealed record DataFolders(string? Directory, string? DataSets)
{
    /// <summary>The data directory.</summary>
    public string DataDirectory => RunsOptions.FindDataDirectory(Directory);

    /// <summary>Where data sets are looked for.</summary>
    public DataPaths Paths
    {
        get
        {
            var options = DataPaths.FromEnvironment(DataDirectory);
            return DataSets is null ? options : options with { ReadOnlyFolder = DataSets };
        }
    }
}
