using ForwardForward.Runs.Scheduling;
using Microsoft.Extensions.Logging;

namespace ForwardForward.Runs;

/// <summary>
/// Deletes runs so that it can be undone: a deleted run keeps its row, history and checkpoints, marked with the time, until it has been
/// in the bin for as long as the options say. A program that is killed at any moment finds it either in the list or in the bin.
/// </summary>
internal sealed class RunBin(RunsContext context, RunScheduler scheduler) : IAsyncDisposable
{
    private static readonly TimeSpan Round = TimeSpan.FromHours(1);
    private readonly CancellationTokenSource _ending = new();
    private Task _rounds = Task.CompletedTask;

    /// <summary>The runs in it, the one that was deleted last first.</summary>
    public IReadOnlyList<RunSnapshot> List() => [.. context.Bin.All.Select(run => run.Snapshot).OrderByDescending(run => run.DeletedAt)];

    /// <summary>Empties it of what has been in it for long enough, now and every hour.</summary>
    public void Start()
    {
        Sweep();
        _rounds = RoundsAsync();
    }

    /// <summary>Puts a run in that neither runs nor waits. When it returns, that is on disk.</summary>
    /// <exception cref="RunStateException">It runs or waits.</exception>
    /// <exception cref="RunStorageException">It could not be written; the run is still where it was.</exception>
    public async Task DeleteAsync(Run run)
    {
        await scheduler.TakeOutAsync(run);
        try
        {
            await Task.Run(() => Mark(run, context.Time.GetUtcNow()));
            await scheduler.EndTakenOutAsync(run);
        }
        catch (RunStorageException)
        {
            run.Update(snapshot => snapshot with { DeletedAt = null });
            scheduler.Return(run);
            throw;
        }

        context.Bin.Add(run);
    }

    /// <summary>Brings a run back as it was.</summary>
    /// <exception cref="RunStateException">It is not deleted.</exception>
    /// <exception cref="RunNotFoundException">There is none.</exception>
    /// <exception cref="RunStorageException">It could not be written; the run is still in the bin.</exception>
    public async Task<RunSnapshot> RestoreAsync(string id)
    {
        var run = Take(id, "there is nothing to restore");
        try
        {
            await Task.Run(() => Mark(run, null));
        }
        catch (RunStorageException)
        {
            context.Bin.Add(run);
            throw;
        }

        scheduler.Return(run);
        return run.Snapshot;
    }

    /// <summary>Deletes a run for good that is in the bin.</summary>
    /// <exception cref="RunStateException">It is not in the bin.</exception>
    /// <exception cref="RunNotFoundException">There is none.</exception>
    /// <exception cref="RunStorageException">It could not be written; the run is still in the bin.</exception>
    public Task EraseAsync(string id)
    {
        var run = Take(id, "delete it first");
        return Task.Run(() => Erase(run));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _rounds;
        _ending.Dispose();
    }

    private void Mark(Run run, DateTimeOffset? deletedAt)
    {
        var before = run.Snapshot.DeletedAt;
        run.Update(snapshot => snapshot with { DeletedAt = deletedAt });
        try
        {
            context.Writer.Flush();
        }
        catch (RunStorageException)
        {
            run.Update(snapshot => snapshot with { DeletedAt = before });
            throw;
        }
    }

    private Run Take(string id, string otherwise)
    {
        if (context.Bin.TryFind(id) is not { } run)
        {
            throw context.Book.TryFind(id) is null
                ? new RunNotFoundException(id)
                : new RunStateException($"Run '{id}' is not in the bin; {otherwise}.");
        }

        return context.Bin.Remove(run) ? run : throw new RunNotFoundException(id);
    }

    // The mark first, then the row, then the files: killed in between, the next start goes on with it.
    private void Erase(Run run)
    {
        try
        {
            context.Checkpoints.MarkErased(run.Id);
            context.Writer.Delete(run);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            context.Checkpoints.UnmarkErased(run.Id);
            context.Bin.Add(run);
            throw exception as RunStorageException ?? new RunStorageException($"Run '{run.Id}' cannot be erased now and stays in the bin: {exception.Message}", exception);
        }

        context.Snapshots.Forget(run.Id);
        try
        {
            context.Checkpoints.DeleteErased(run.Id);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            context.Logger.LogWarning(exception, "Files of run {Run} are left over; the next start deletes them", run.Id);
        }
    }

    private void Sweep()
    {
        var limit = context.Time.GetUtcNow() - context.Options.KeepDeleted;
        foreach (var run in context.Bin.All.Where(run => run.Snapshot.DeletedAt <= limit))
        {
            if (context.Bin.Remove(run))
            {
                try
                {
                    Erase(run);
                }
                catch (RunStorageException exception)
                {
                    context.Logger.LogWarning(exception, "Run {Run} could not be erased and stays in the bin", run.Id);
                }
            }
        }
    }

    private async Task RoundsAsync()
    {
        using var timer = new PeriodicTimer(Round, context.Time);
        try
        {
            while (await timer.WaitForNextTickAsync(_ending.Token))
            {
                await Task.Run(Sweep);
            }
        }
        catch (OperationCanceledException)
        {
            // The program ends.
        }
    }
}
