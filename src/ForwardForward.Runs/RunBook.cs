using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ForwardForward.Runs.Feed;

namespace ForwardForward.Runs;

/// <summary>Every run by its id, and news of all of them.</summary>
internal sealed class RunBook
{
    private readonly ConcurrentDictionary<string, Run> _runs = new(StringComparer.Ordinal);

    /// <summary>Raised when any run changes, comes or goes.</summary>
    public ChangeSignal Changed { get; } = new();

    /// <summary>Every run, in no order.</summary>
    public ICollection<Run> All => _runs.Values;

    /// <summary>One run; null when there is none of this id.</summary>
    public Run? TryFind(string id) => id is not null && _runs.TryGetValue(id, out var run) ? run : null;

    /// <summary>One run.</summary>
    /// <exception cref="RunNotFoundException">There is none of this id.</exception>
    public Run Find(string id) => TryFind(id) ?? throw new RunNotFoundException(id ?? "");

    /// <summary>Puts a run in.</summary>
    public void Add(Run run)
    {
        _runs[run.Id] = run;
        Changed.Raise();
    }

    /// <summary>Takes a run out; false when somebody else has done so before.</summary>
    public bool Remove(Run run)
    {
        var removed = _runs.TryRemove(run.Id, out _);
        run.Changed.Raise();
        Changed.Raise();
        return removed;
    }

    /// <summary>Snapshots of one run as they change, until it has ended.</summary>
    public static async IAsyncEnumerable<RunSnapshot> WatchAsync(Run run, [EnumeratorCancellation] CancellationToken cancellation)
    {
        RunSnapshot? last = null;
        while (!run.IsDeleted)
        {
            var version = run.Changed.Version;
            var ended = run.HasEnded;
            var snapshot = run.Snapshot;
            if (!ReferenceEquals(last, snapshot))
            {
                yield return last = snapshot;
            }

            if (ended)
            {
                yield break;
            }

            await run.Changed.WaitAsync(version, cancellation);
        }
    }

    /// <summary>Snapshots of every run as they change; of a deleted one its last once more.</summary>
    public async IAsyncEnumerable<RunSnapshot> WatchAllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var seen = new Dictionary<string, RunSnapshot>(StringComparer.Ordinal);
        while (true)
        {
            var version = Changed.Version;
            foreach (var run in _runs.Values)
            {
                var snapshot = run.Snapshot;
                if (!seen.TryGetValue(run.Id, out var last) || !ReferenceEquals(last, snapshot))
                {
                    yield return seen[run.Id] = snapshot;
                }
            }

            foreach (var gone in seen.Keys.Where(id => !_runs.ContainsKey(id)).ToList())
            {
                seen.Remove(gone, out var last);
                yield return last!;
            }

            await Changed.WaitAsync(version, cancellation);
        }
    }
}
