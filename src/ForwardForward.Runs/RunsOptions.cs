using ForwardForward.Runs.Starter;

namespace ForwardForward.Runs;

/// <summary>Where runs are kept and how they use the machine.</summary>
public sealed record RunsOptions
{
    /// <summary>Environment variable that names the data directory.</summary>
    public const string DirectoryVariable = "FORWARDFORWARD_DATA";

    /// <summary>Folder of database, checkpoints and downloads. One program at a time works in it.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>The network that stands in the list from the beginning, read only; null when there is none.</summary>
    public StarterNetwork? Starter { get; init; }

    /// <summary>Threads that train.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Runs that train at a time; the others wait. Each of them wants every core.</summary>
    public int MaximumRunning { get; init; } = 1;

    /// <summary>Paused runs that stay in memory, ready for the next step; older ones live in their checkpoints alone.</summary>
    public int MaximumHeld { get; init; } = 2;

    /// <summary>A running run is checkpointed at least so often, besides at the end of every epoch.</summary>
    public TimeSpan CheckpointEvery { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Ends of epochs closer than this to the last checkpoint go without one: very short epochs would do little else.</summary>
    public TimeSpan CheckpointAtMostEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A deleted run can be restored for so long; then it is deleted for good.</summary>
    public TimeSpan KeepDeleted { get; init; } = TimeSpan.FromDays(7);

    /// <summary>The usual data directory: <paramref name="given"/> if not null, else <see cref="DirectoryVariable"/>, else the user's local application data.</summary>
    public static string FindDataDirectory(string? given = null)
    {
        var named = given ?? Environment.GetEnvironmentVariable(DirectoryVariable);
        return string.IsNullOrWhiteSpace(named)
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "ForwardForward")
            : Path.GetFullPath(named);
    }
}
