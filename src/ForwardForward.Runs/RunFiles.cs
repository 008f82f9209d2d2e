using System.Text.Json;
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
    public void Open()
    {
        Directory.CreateDirectory(context.Options.DataDirectory);
        _lock = new DirectoryLock(context.Options.DataDirectory);
        try
        {
            context.Store.Open();
            foreach (var (row, points, last) in context.Store.ReadRuns())
            {
                Read(row, points, last);
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

    private void Read(RunRow row, long points, MetricPoint? last)
    {
        try
        {
            var snapshot = RowMapping.ToSnapshot(row, last);
            var run = NewRun(snapshot, points);
            run.IsDeleted = snapshot.DeletedAt is not null;
            (run.IsDeleted ? context.Bin : context.Book).Add(run);
            if (snapshot.State is RunState.Running or RunState.Queued)
            {
                run.Update(before => before with { State = RunState.Interrupted });
            }
        }
        catch (JsonException exception)
        {
            context.Logger.LogWarning(exception, "Run {Run} cannot be read and is left out; its files are kept", row.Id);
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
