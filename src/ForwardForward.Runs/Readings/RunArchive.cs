using ForwardForward.Learning.Trainers;
using ForwardForward.Runs.Training;

namespace ForwardForward.Runs.Readings;

/// <summary>
/// Runs that are not in memory, brought back from their newest checkpoint to be looked at. The two looked at last are kept; callers take
/// turns.
/// </summary>
internal sealed class RunArchive(RunsContext context) : IDisposable
{
    private const int Kept = 2;
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly List<Entry> _entries = [];

    /// <summary>Reads from the trainer of a run; null when the run has no checkpoint.</summary>
    public Task<T?> ReadAsync<T>(Run run, Func<Trainer, T> read, CancellationToken cancellation)
        where T : class => WithAsync(run, entry => read(entry.Setup.Trainer), cancellation);

    /// <summary>Borrows the network of a run; null when the run has no checkpoint.</summary>
    public Task<NetworkLease?> BorrowAsync(Run run, CancellationToken cancellation) => WithAsync(run, entry =>
    {
        var trainer = entry.Setup.Trainer;
        if (entry.Networks.TryBorrow(trainer.Course.CompletedSteps) is { } lease)
        {
            return lease;
        }

        entry.Networks.Refresh(trainer);
        return entry.Networks.TryBorrow(trainer.Course.CompletedSteps)!;
    }, cancellation);

    /// <inheritdoc/>
    public void Dispose()
    {
        _entries.ForEach(entry => entry.Dispose());
        _entries.Clear();
        _oneAtATime.Dispose();
    }

    private async Task<T?> WithAsync<T>(Run run, Func<Entry, T> use, CancellationToken cancellation)
        where T : class
    {
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => Find(run) is { } entry ? use(entry) : null, cancellation);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private Entry? Find(Run run)
    {
        if (NewestPath(run) is not { } newest)
        {
            return null;
        }

        var entry = _entries.Find(entry => entry.Path == newest);
        if (entry is not null)
        {
            _entries.Remove(entry);
        }
        else if (Load(run) is { } loaded)
        {
            // What was broken has been put aside by now, so the first path is the one that was read.
            entry = new Entry(NewestPath(run)!, loaded, new NetworkPool(context.Time));
        }
        else
        {
            return null;
        }

        _entries.Add(entry);
        if (_entries.Count > Kept)
        {
            _entries[0].Dispose();
            _entries.RemoveAt(0);
        }

        return entry;
    }

    // What ships with the program lies in no folder; its id serves as its path.
    private string? NewestPath(Run run) => run.Snapshot.IsReadOnly ? run.Id : context.Checkpoints.List(run.Id) is [var newest, ..] ? newest : null;

    private TrainingSetup? Load(Run run)
    {
        if (run.Snapshot.IsReadOnly)
        {
            return context.Options.Starter?.ForViewing(context.Factory);
        }

        var setup = context.Factory.CreateForViewing(run.Recipe);
        try
        {
            if (context.Checkpoints.LoadNewest(
                run.Id, complaint => run.Warn(RunWarning.Loading, complaint), found => setup.Trainer.RestoreState(found.State)) is not null)
            {
                return setup;
            }
        }
        catch
        {
            setup.Dispose();
            throw;
        }

        setup.Dispose();
        return null;
    }

    private sealed record Entry(string Path, TrainingSetup Setup, NetworkPool Networks) : IDisposable
    {
        public void Dispose()
        {
            Networks.Dispose();
            Setup.Dispose();
        }
    }
}
