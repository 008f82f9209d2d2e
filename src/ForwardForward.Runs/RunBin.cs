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
    /// <exception cref="IOException">It could not be written; the run is still where it was.</exception>
    public async Task DeleteAsync(Run run)
    {
        await scheduler.RemoveAsync(run);
        await Task.Run(() => Move(run, context.Time.GetUtcNow(), () => context.Bin.Add(run), () => scheduler.Return(run)));
    }

    /// <summary>Brings a run back as it was.</summary>
    /// <exception cref="RunStateException">It is not deleted.</exception>
    /// <exception cref="RunNotFoundException">There is none.</exception>
    /// <exception cref="IOException">It could not be written; the run is still in the bin.</exception>
    public async Task<RunSnapshot> RestoreAsync(string id)
    {
        var run = Take(id, "there is nothing to restore");
        await Task.Run(() => Move(run, null, () => scheduler.Return(run), () => context.Bin.Add(run)));
        return run.Snapshot;
    }

    /// <summary>Deletes a run for good that is in the bin.</summary>
    /// <exception cref="RunStateException">It is not in the bin.</exception>
    /// <exception cref="RunNotFoundException">There is none.</exception>
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

    private void Move(Run run, DateTimeOffset? deletedAt, Action arrive, Action stay)
    {
        var before = run.Snapshot.DeletedAt;
        run.Update(snapshot => snapshot with { DeletedAt = deletedAt });
        try
        {
            context.Writer.Flush();
        }
        catch (IOException)
        {
            run.Update(snapshot => snapshot with { DeletedAt = before });
            stay();
            throw;
        }

        arrive();
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

    // Files first: a run that is killed in between is still in the bin, and is erased next time.
    private void Erase(Run run)
    {
        context.Checkpoints.Delete(run.Id);
        context.Snapshots.Forget(run.Id);
        context.Writer.Delete(run);
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
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or System.Data.Common.DbException)
                {
                    context.Bin.Add(run);
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
