using ForwardForward.Runs.Checkpoints;
using ForwardForward.Runs.Snapshots;
using ForwardForward.Runs.Store;
using ForwardForward.Runs.Training;
using Microsoft.Extensions.Logging;

namespace ForwardForward.Runs;

/// <summary>What every part of the engine needs.</summary>
internal sealed class RunsContext
{
    private const string DatabaseName = "runs.db";
    private const string CheckpointsName = "checkpoints";
    private const string AsideName = "checkpoints-without-run";

    /// <summary>Puts the parts together; nothing on disk is touched yet.</summary>
    public RunsContext(RunsOptions options, ITrainingFactory factory, TimeProvider time, ILogger logger, ICheckpointDisk disk)
    {
        (Options, Factory, Time, Logger) = (options, factory, time, logger);
        Store = new RunStore(Path.Combine(options.DataDirectory, DatabaseName));
        Writer = new StoreWriter(Store, time, logger);
        Checkpoints = new CheckpointFolder(Path.Combine(options.DataDirectory, CheckpointsName), disk);
        Orphans = new OrphanFolders(Path.Combine(options.DataDirectory, CheckpointsName), Path.Combine(options.DataDirectory, AsideName), logger);
        Snapshots = new SnapshotShelf(Path.Combine(options.DataDirectory, CheckpointsName), disk);
    }

    /// <summary>Where runs are kept and how they use the machine.</summary>
    public RunsOptions Options { get; }

    /// <summary>Makes trainers.</summary>
    public ITrainingFactory Factory { get; }

    /// <summary>Clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>Log.</summary>
    public ILogger Logger { get; }

    /// <summary>Every run that is not deleted.</summary>
    public RunBook Book { get; } = new();

    /// <summary>The deleted runs that can still be restored.</summary>
    public RunBook Bin { get; } = new();

    /// <summary>Database.</summary>
    public RunStore Store { get; }

    /// <summary>Brings changes to the database.</summary>
    public StoreWriter Writer { get; }

    /// <summary>Checkpoints.</summary>
    public CheckpointFolder Checkpoints { get; }

    /// <summary>Folders of checkpoints that belong to no run.</summary>
    public OrphanFolders Orphans { get; }

    /// <summary>What is kept of earlier moments; each run's are in the folder of its checkpoints.</summary>
    public SnapshotShelf Snapshots { get; }
}
