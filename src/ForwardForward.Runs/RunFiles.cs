using ForwardForward.Runs.Checkpoints;
using ForwardForward.Runs.Feed;
using ForwardForward.Runs.Starter;
using ForwardForward.Runs.Store;
using Microsoft.Extensions.Logging;

namespace ForwardForward.Runs;

/// <summary>The data directory while a program works in it: taken, opened, read; written to the last; let go.</summary>
internal sealed class RunFiles(RunsContext context) : IAsyncDisposable
{
    private DirectoryLock? _lock;

    /// <summary>Takes the directory and reads every run. What ran or waited when the last program ended is interrupted; what was paused still is.</summary>
    /// <exception cref="IOException">The directory is in use or cannot be written, or the database cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The program is told to end; the directory is let go of.</exception>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        Directory.CreateDirectory(context.Options.DataDirectory);
        _lock = new DirectoryLock(context.Options.DataDirectory);
        try
        {
            await context.Store.OpenAsync(cancellation);
            var erased = FinishErasing();
            var ids = context.Store.ReadIds();
            context.Orphans.Sweep(ids.ToHashSet(StringComparer.Ordinal));
            foreach (var id in ids.Where(id => !erased.Contains(id)))
            {
                cancellation.ThrowIfCancellationRequested();
                Read(id);
            }

            if (context.Options.Starter is { } starter)
            {
                context.Book.Add(StarterRun.Make(starter, context));
            }
        }
        catch
        {
            _lock.Dispose();
            _lock = null;
            throw;
        }

        context.Writer.Start();
    }

    /// <summary>Brings everything to disk and lets go of the directory.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_lock is not null)
        {
            await context.Writer.DisposeAsync();
            context.Store.Close();
            _lock.Dispose();
            _lock = null;
        }
    }

    /// <summary>A run whose changes go to the database by themselves.</summary>
    public Run NewRun(RunSnapshot snapshot, long points) => new(
        snapshot, new MetricLog(points, (from, limit, cancellation) => context.Store.ReadMetricsAsync(snapshot.Id, from, limit, cancellation)), Changed);

    // A run that was being erased when the last program was killed is not seen again.
    private HashSet<string> FinishErasing()
    {
        var erased = context.Orphans.ListErased().ToHashSet(StringComparer.Ordinal);
        foreach (var id in erased)
        {
            try
            {
                context.Store.Delete(id);
                context.Checkpoints.DeleteErased(id);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                context.Logger.LogWarning(exception, "Run {Run} could not be erased to its end; the next start tries again", id);
            }
        }

        return erased;
    }

    private void Read(string id)
    {
        try
        {
            var (row, points, last) = context.Store.ReadRun(id);
            var snapshot = RowMapping.ToSnapshot(row, last);
            var run = NewRun(snapshot, points);
            run.IsDeleted = snapshot.DeletedAt is not null;
            (run.IsDeleted ? context.Bin : context.Book).Add(run);
            if (snapshot.State is RunState.Running or RunState.Queued)
            {
                run.Update(before => before with { State = RunState.Interrupted });
            }

            LookForCheckpoint(run);
        }
        catch (Exception exception) when (exception is not IOException)
        {
            // Whatever is wrong with a row, the others are read.
            context.Logger.LogWarning(exception, "Run {Run} cannot be read and is left out; its row and its files are kept", id);
        }
    }

    private void LookForCheckpoint(Run run)
    {
        var sentence = MissingCheckpoint.Sentence(run.Snapshot);
        if (context.Checkpoints.IsMissing(run.Snapshot))
        {
            run.Warn(RunWarning.Loading, sentence);
            if (run.State == RunState.Paused)
            {
                run.Update(before => before with { State = RunState.Interrupted });
            }
        }
        else if (run.Snapshot.Warning == sentence)
        {
            run.Warn(RunWarning.Loading, null);
        }
    }

    private void Changed(Run run, RunSnapshot before)
    {
        var now = run.Snapshot;
        if (now.State != before.State)
        {
            context.Writer.Note(run, now.State.ToString().ToLowerInvariant(), now.Failure);
        }

        if (now.Warning != before.Warning && now.Warning is not null)
        {
            context.Writer.Note(run, "warning", now.Warning);
        }

        if (now.DeletedAt is null != before.DeletedAt is null)
        {
            context.Writer.Note(run, now.DeletedAt is null ? "restored" : "deleted", null);
        }

        context.Writer.Touch(run);
        context.Book.Changed.Raise();
    }
}
