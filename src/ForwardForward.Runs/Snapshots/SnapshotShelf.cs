using ForwardForward.Runs.Checkpoints;

namespace ForwardForward.Runs.Snapshots;

/// <summary>
/// The snapshots of all runs. What is there is looked up in memory; those looked at last are kept, since several panels look at the same.
/// Safe for any number of callers.
/// </summary>
internal sealed class SnapshotShelf(string root, ICheckpointDisk disk)
{
    private const string FolderName = "snapshots";
    private const int Remembered = 6;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, SortedDictionary<long, long>> _known = new(StringComparer.Ordinal);
    private readonly LinkedList<(string RunId, Moment Moment)> _recent = [];

    /// <summary>Keeps a snapshot, and lets go of those that the schedule does not keep beside it.</summary>
    /// <exception cref="IOException">It could not be written; the others are untouched.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public void Keep(string runId, Moment moment)
    {
        var bytes = SnapshotFile.Encode(moment);
        var folder = FolderOf(runId);
        folder.Write(moment.Step, bytes);
        lock (_lock)
        {
            var known = Known(runId);
            known[moment.Step] = bytes.Length;
            Forget(runId, moment.Step);
            var kept = SnapshotSchedule.Kept(moment.Step, SnapshotSchedule.Limit(known.Where(one => SnapshotSchedule.IsDue(one.Key)).Select(one => one.Value).DefaultIfEmpty(bytes.Length).Max()));
            Remove(runId, known, folder, step => step < moment.Step && !kept.Contains(step));
        }
    }

    /// <summary>Whether a snapshot of exactly this step is kept.</summary>
    public bool Has(string runId, long step)
    {
        lock (_lock)
        {
            return Known(runId).ContainsKey(step);
        }
    }

    /// <summary>What is kept of a run.</summary>
    public KeptMoments List(string runId)
    {
        lock (_lock)
        {
            var steps = Known(runId).Keys.ToArray();
            var extra = steps.Count(step => !SnapshotSchedule.IsDue(step));
            return new KeptMoments(steps, steps.Length == 0 ? 0 : SnapshotSchedule.Taken(steps[^1]) + extra);
        }
    }

    /// <summary>The snapshot nearest to a step that can be read and that <paramref name="accept"/> takes; null when there is none.</summary>
    public Moment? Find(string runId, long step, Func<Moment, bool>? accept = null)
    {
        var tried = new HashSet<long>();
        while (true)
        {
            var left = new KeptMoments([.. List(runId).Steps.Where(kept => !tried.Contains(kept))], 0);
            if (left.Nearest(step) is not { } nearest)
            {
                return null;
            }

            tried.Add(nearest);
            if (Read(runId, nearest) is { } moment && accept?.Invoke(moment) != false)
            {
                return moment;
            }
        }
    }

    /// <summary>Drops the snapshots after a step: a run that goes on from there makes them anew.</summary>
    public void Truncate(string runId, long step)
    {
        lock (_lock)
        {
            Remove(runId, Known(runId), FolderOf(runId), kept => kept > step);
        }
    }

    /// <summary>Gives a fork the snapshots of its origin up to the step that it begins from.</summary>
    /// <exception cref="IOException">The disk does not take them.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public void Copy(string origin, string fork, long upTo)
    {
        foreach (var step in List(origin).Steps.Where(step => step <= upTo))
        {
            try
            {
                FolderOf(origin).Copy(step, FolderOf(fork));
            }
            catch (FileNotFoundException)
            {
                // The origin goes on meanwhile, and this one has made room.
            }
        }
    }

    /// <summary>Forgets a run whose folder is gone.</summary>
    public void Forget(string runId)
    {
        lock (_lock)
        {
            _known.Remove(runId);
            Forget(runId, null);
        }
    }

    private SnapshotFolder FolderOf(string runId) => new(Path.Combine(root, runId, FolderName), disk);

    private Moment? Read(string runId, long step)
    {
        lock (_lock)
        {
            if (_recent.FirstOrDefault(one => one.RunId == runId && one.Moment.Step == step).Moment is { } recent)
            {
                return recent;
            }
        }

        var moment = FolderOf(runId).TryRead(step);
        lock (_lock)
        {
            if (moment is null)
            {
                Known(runId).Remove(step);
            }
            else if (Known(runId).ContainsKey(step))
            {
                _recent.AddFirst((runId, moment));
                if (_recent.Count > Remembered)
                {
                    _recent.RemoveLast();
                }
            }
        }

        return moment;
    }

    private SortedDictionary<long, long> Known(string runId)
    {
        if (!_known.TryGetValue(runId, out var known))
        {
            _known[runId] = known = [];
            foreach (var (step, bytes) in FolderOf(runId).List())
            {
                known[step] = bytes;
            }
        }

        return known;
    }

    private void Remove(string runId, SortedDictionary<long, long> known, SnapshotFolder folder, Func<long, bool> which)
    {
        foreach (var step in known.Keys.Where(which).ToArray())
        {
            folder.Delete(step);
            known.Remove(step);
            Forget(runId, step);
        }
    }

    private void Forget(string runId, long? step)
    {
        for (var node = _recent.First; node is not null;)
        {
            var next = node.Next;
            if (node.Value.RunId == runId && (step is null || node.Value.Moment.Step == step))
            {
                _recent.Remove(node);
            }

            node = next;
        }
    }
}
