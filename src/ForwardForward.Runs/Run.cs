using ForwardForward.Experiments;
using ForwardForward.Runs.Feed;
using ForwardForward.Runs.Loop;

namespace ForwardForward.Runs;

/// <summary>One run as the engine keeps it: its newest snapshot, its history and, while it is in memory, its loop.</summary>
internal sealed class Run(RunSnapshot snapshot, MetricLog metrics, Action<Run> changed)
{
    private readonly Lock _lock = new();
    private RunSnapshot _snapshot = snapshot;
    private RunLoop? _loop;
    private long _pictureVersion;

    /// <summary>Name of the run.</summary>
    public string Id { get; } = snapshot.Id;

    /// <summary>What it runs.</summary>
    public Recipe Recipe { get; } = snapshot.Recipe;

    /// <summary>Raised with every new snapshot and every new point of the history.</summary>
    public ChangeSignal Changed { get; } = new();

    /// <summary>The history.</summary>
    public MetricLog Metrics { get; } = metrics;

    /// <summary>How it stands.</summary>
    public RunSnapshot Snapshot => Volatile.Read(ref _snapshot);

    /// <summary>Where it stands.</summary>
    public RunState State => Snapshot.State;

    /// <summary>Whether it is over for good, or gone.</summary>
    public bool HasEnded => IsDeleted || State is RunState.Completed or RunState.Stopped or RunState.Failed;

    /// <summary>The loop that has its trainer; null while the run lives on disk alone. Set under the scheduler's lock.</summary>
    public RunLoop? Loop
    {
        get => Volatile.Read(ref _loop);
        set => Volatile.Write(ref _loop, value);
    }

    /// <summary>Whether it counts among the runs that train. Used under the scheduler's lock.</summary>
    public bool HoldsSlot { get; set; }

    /// <summary>Whether it was deleted. Set under the scheduler's lock.</summary>
    public bool IsDeleted { get; set; }

    /// <summary>A factor on the learning rates that waits for the trainer to be there. Used under the scheduler's lock.</summary>
    public float? WaitingFactor { get; set; }

    /// <summary>A version for the next picture.</summary>
    public long NextPictureVersion() => Interlocked.Increment(ref _pictureVersion);

    /// <summary>Changes the snapshot and tells everybody who watches.</summary>
    public RunSnapshot Update(Func<RunSnapshot, RunSnapshot> change)
    {
        RunSnapshot result;
        lock (_lock)
        {
            result = change(_snapshot);
            Volatile.Write(ref _snapshot, result);
        }

        Changed.Raise();
        changed(this);
        return result;
    }
}
