using ForwardForward.Data;
using ForwardForward.Runs;
using ForwardForward.Runs.Starter;

namespace ForwardForward.Web.Options;

/// <summary>What the application is told when it starts.</summary>
public sealed record DashboardOptions
{
    /// <summary>Folder of database, checkpoints and downloads; null takes <c>FORWARDFORWARD_DATA</c>, else the user's local application data.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>Read-only folder of data sets; null takes <c>FORWARDFORWARD_DATASETS</c>, else there is none.</summary>
    public string? DataSetsFolder { get; init; }

    /// <summary>Threads that train; null takes one for every core.</summary>
    public int? Threads { get; init; }

    /// <summary>Addresses to listen on, apart by semicolons; null leaves it to <c>ASPNETCORE_URLS</c>, else loopback.</summary>
    public string? Urls { get; init; }

    /// <summary>Only ask the program that runs already whether it is alive.</summary>
    public bool HealthCheck { get; init; }

    /// <summary>Only say what the options are.</summary>
    public bool Help { get; init; }

    /// <summary>The options of the engine.</summary>
    public RunsOptions ForRuns() => new()
    {
        DataDirectory = RunsOptions.FindDataDirectory(DataDirectory),
        Threads = Threads ?? Environment.ProcessorCount,
        Starter = StarterNetwork.Shipped,
    };

    /// <summary>The options of the data sets.</summary>
    public DataPaths ForDataSets()
    {
        var usual = DataPaths.FromEnvironment(RunsOptions.FindDataDirectory(DataDirectory));
        return DataSetsFolder is null ? usual : usual with { ReadOnlyFolder = DataSetsFolder };
    }
}
