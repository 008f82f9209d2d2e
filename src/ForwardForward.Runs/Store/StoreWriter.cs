using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ForwardForward.Runs.Store;

/// <summary>
/// Brings what has changed to the database, a few times a second and in one transaction, away from the threads that train. What cannot be
/// written now (a full disk) stays in memory and is tried again; the run hears of it as a warning.
/// </summary>
internal sealed class StoreWriter(RunStore store, TimeProvider time, ILogger logger) : IAsyncDisposable
{
    private const int MostPoints = 2000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private readonly ConcurrentDictionary<Run, bool> _changed = new();
    private readonly ConcurrentQueue<(Run Run, EventRow Entry)> _events = new();
    private readonly List<(Run Run, EventRow Entry)> _unwritten = [];
    private readonly Lock _flushing = new();
    private readonly CancellationTokenSource _ending = new();
    private readonly GrowingPause _pause = new(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
    private Task _loop = Task.CompletedTask;

    /// <summary>Begins to write.</summary>
    public void Start() => _loop = Task.Run(LoopAsync);

    /// <summary>Says that a run is to be written.</summary>
    public void Touch(Run run) => _changed[run] = true;

    /// <summary>Takes note of something that happened to a run.</summary>
    public void Note(Run run, string kind, string? text)
    {
        // The run first: its row must be there before a row that points to it.
        Touch(run);
        _events.Enqueue((run, new EventRow { RunId = run.Id, At = time.GetUtcNow().UtcTicks, Kind = kind, Text = text }));
    }

    /// <summary>Writes everything that has changed, now. When it returns, it is in the database.</summary>
    /// <exception cref="RunStorageException">It could not be written; it is kept and tried again later.</exception>
    public void Flush()
    {
        lock (_flushing)
        {
            while (WriteOnce())
            {
            }
        }
    }

    /// <summary>Forgets the points of a history from a number on.</summary>
    public void Truncate(Run run, long count)
    {
        lock (_flushing)
        {
            store.Truncate(run.Id, count);
            run.Metrics.Truncate(count);
        }
    }

    /// <summary>Forgets what has yet to be written of a run that is deleted for good, and its row.</summary>
    public void Delete(Run run)
    {
        lock (_flushing)
        {
            store.Delete(run.Id);
            run.IsErased = true;
            _changed.TryRemove(run, out _);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _loop;
        _ending.Dispose();
        TryFlush();
    }

    private async Task LoopAsync()
    {
        // The system's clock, not the runs': how often the disk is written has nothing to do with what is measured.
        using var timer = new PeriodicTimer(Pause);
        try
        {
            while (await timer.WaitForNextTickAsync(_ending.Token))
            {
                if (TryFlush())
                {
                    _pause.Reset();
                }
                else
                {
                    await Task.Delay(_pause.Next(), _ending.Token);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The program ends.
        }
    }

    private bool TryFlush()
    {
        try
        {
            Flush();
            return true;
        }
        catch (RunStorageException exception)
        {
            logger.LogWarning("{Problem}", exception.Message);
            return false;
        }
    }

    // Writes what there is, up to a number of points a run; true when there may be more.
    private bool WriteOnce()
    {
        while (_events.TryDequeue(out var entry))
        {
            _unwritten.Add(entry);
        }

        List<Run> runs = [.. _changed.Keys];
        foreach (var run in runs)
        {
            // First forget, then read: what changes in between is written once more.
            _changed.TryRemove(run, out _);
        }

        _unwritten.RemoveAll(item => item.Run.IsErased);
        runs.RemoveAll(run => run.IsErased);
        var points = runs.ConvertAll(run => run.Metrics.ReadUnstored(MostPoints));
        try
        {
            store.Write(
                runs.ConvertAll(run => RowMapping.ToRow(run.Snapshot)),
                [.. runs.Zip(points, (run, some) => some.Select(point => RowMapping.ToRow(run.Id, point))).SelectMany(rows => rows)],
                _unwritten.ConvertAll(item => item.Entry));
        }
        catch (Exception exception)
        {
            // Whatever it is, what has yet to be written stays, and the next attempt finds it.
            var reason = exception is RunStorageException { InnerException: { } inner } ? inner : exception;
            var sentence = $"The history cannot be stored and is kept in memory for now: {reason.Message}";
            runs.ForEach(run => run.Warn(RunWarning.Store, sentence));
            runs.ForEach(Touch);
            throw new RunStorageException(sentence, exception);
        }

        _unwritten.Clear();
        for (var i = 0; i < runs.Count; i++)
        {
            runs[i].Metrics.MarkStored(points[i], keepNewest: !runs[i].HasEnded);
            runs[i].Warn(RunWarning.Store, null);
        }

        return points.Exists(some => some.Count == MostPoints);
    }
}
