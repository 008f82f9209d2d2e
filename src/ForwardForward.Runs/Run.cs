using ForwardForward.Recipes;
using ForwardForward.Runs.Feed;
using ForwardForward.Runs.Loop;

namespace ForwardForward.Runs;

/// <summary>One run as the engine keeps it: its newest snapshot, its history and, while it is in memory, its loop.</summary>
internal sealed class Run(RunSnapshot snapshot, MetricLog metrics, Action<Run, RunSnapshot> changed)
{
    private readonly Lock _lock = new();
    private RunSnapshot _snapshot = snapshot;
    private RunLoop? _loop;
    private readonly SortedDictionary<RunWarning, string> _warnings = Stored(snapshot.Warning);
    private long _pictureVersion;

    /// <summary>Name of the run.</summary>
    public string Id { get; } = snapshot.Id;

    /// <summary>What it runs.</summary>
    public ConfiguredRecipe Recipe { get; } = snapshot.Recipe;

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

    /// <summary>Whether it is deleted, be it in the bin or gone for good. Set under the scheduler's lock.</summary>
    public bool IsDeleted { get; set; }

    /// <summary>Whether its row has left the database, so that nothing of it may be written any more.</summary>
    public bool IsErased { get; set; }

    /// <summary>A factor on the learning rates that waits for the trainer to be there. Used under the scheduler's lock.</summary>
    public float? WaitingFactor { get; set; }

    /// <summary>A version for the next picture.</summary>
    public long NextPictureVersion() => Interlocked.Increment(ref _pictureVersion);

    /// <summary>Changes the snapshot and tells everybody who watches.</summary>
    public void Update(Func<RunSnapshot, RunSnapshot> change)
    {
        RunSnapshot before;
        lock (_lock)
        {
            before = _snapshot;
            Volatile.Write(ref _snapshot, change(before));
        }

        Changed.Raise();
        changed(this, before);
    }

    // What the last program warned of holds until the run is loaded again.
    private static SortedDictionary<RunWarning, string> Stored(string? warning) => warning is null ? [] : new() { [RunWarning.Loading] = warning };

    /// <summary>Shows a warning, or takes it back when <paramref name="sentence"/> is null. Nothing changes if nothing is new.</summary>
    public void Warn(RunWarning about, string? sentence)
    {
        string? all;
        lock (_lock)
        {
            if (_warnings.GetValueOrDefault(about) == sentence)
            {
                return;
            }

            _warnings.Remove(about);
            if (sentence is not null)
            {
                _warnings.Add(about, sentence);
            }

            all = _warnings.Count == 0 ? null : string.Join(" ", _warnings.Values);
        }

        Update(snapshot => snapshot with { Warning = all });
    }
}

/// <summary>What a warning is about; one of each at a time.</summary>
internal enum RunWarning
{
    /// <summary>A checkpoint could not be read, and an older one was taken.</summary>
    Loading,

    /// <summary>A checkpoint could not be written.</summary>
    Checkpoint,

    /// <summary>The database could not be written.</summary>
    Store,

    /// <summary>A snapshot could not be kept.</summary>
    Snapshot,
}
