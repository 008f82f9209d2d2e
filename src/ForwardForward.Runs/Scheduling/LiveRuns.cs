using System.Collections.Concurrent;
using ForwardForward.Runs.Loop;

namespace ForwardForward.Runs.Scheduling;

/// <summary>
/// The runs that are in memory: those that train, and a few paused ones that are ready for the next step. Used under the scheduler's lock.
/// </summary>
internal sealed class LiveRuns(RunsContext context, RunScheduler scheduler)
{
    private readonly LinkedList<Run> _held = [];
    private readonly ConcurrentDictionary<Task, bool> _ending = new();
    private bool _closed;

    /// <summary>Complete when every loop that ever began has let go of everything.</summary>
    public Task AllEnded => Task.WhenAll(_ending.Keys);

    /// <summary>Lets no further run into memory.</summary>
    public void Close() => _closed = true;

    /// <summary>The loop of a run, begun if need be.</summary>
    /// <exception cref="RunStateException">The program is ending.</exception>
    public RunLoop Bring(Run run)
    {
        if (run.Loop is { } present)
        {
            return present;
        }

        if (_closed)
        {
            throw new RunStateException($"The program is ending; run '{run.Id}' can go on when it is started again.");
        }

        var loop = new RunLoop(run, context, scheduler);
        _ending[loop.Ended] = true;
        loop.Ended.ContinueWith(ended => _ending.TryRemove(ended, out _), TaskScheduler.Default);
        run.Loop = loop;
        loop.Start();
        return loop;
    }

    /// <summary>Takes note that a run holds. Too many that hold, and the one that has held longest makes room.</summary>
    public void Hold(Run run)
    {
        if (run.Loop is not null)
        {
            _held.Remove(run);
            _held.AddLast(run);
            if (_held.Count > context.Options.MaximumHeld)
            {
                _ = LoopOrders.Tell(_held.First!.Value, loop => loop.Unload());
            }
        }
    }

    /// <summary>Takes note that a run does not hold any more.</summary>
    public void Release(Run run) => _held.Remove(run);

    /// <summary>Takes note that a run has left memory.</summary>
    public void Leave(Run run)
    {
        run.Loop = null;
        _held.Remove(run);
    }
}
