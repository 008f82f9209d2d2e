using ForwardForward.Runs.Loop;

namespace ForwardForward.Runs.Scheduling;

/// <summary>
/// Every change of state goes through here, under one lock: commands of people, and what loops report. So many runs train at a time as
/// the options allow; the others wait in the order in which they came. A paused run gives its turn away and gets a new one when resumed;
/// a single step needs no turn, because a person waits for it.
/// </summary>
internal sealed class RunScheduler
{
    private readonly RunsContext _context;
    private readonly LiveRuns _live;
    private readonly Lock _lock = new();
    private readonly TrainingTurns _turns;

    /// <summary>A scheduler of no runs yet.</summary>
    public RunScheduler(RunsContext context)
    {
        (_context, _live) = (context, new LiveRuns(context, this));
        _turns = new TrainingTurns(context.Options.MaximumRunning, Begin);
    }

    /// <summary>Puts a new run into the queue, or into memory only when it starts paused.</summary>
    public void Add(Run run)
    {
        lock (_lock)
        {
            _context.Book.Add(run);
            if (run.State == RunState.Queued)
            {
                _turns.Wait(run);
            }
            else if (run.State == RunState.Paused)
            {
                _live.Bring(run);
                _live.Hold(run);
            }
        }
    }

    /// <summary>Holds a running or queued run; returns when it holds.</summary>
    public async Task PauseAsync(Run run, CancellationToken cancellation)
    {
        Task held;
        lock (_lock)
        {
            LoopOrders.CheckPresent(run);
            switch (run.State)
            {
                case RunState.Queued:
                    _turns.Leave(run);
                    Set(run, RunState.Paused);
                    _live.Hold(run);
                    return;
                case RunState.Running:
                    held = LoopOrders.Tell(run, loop => loop.Hold());
                    break;
                default:
                    throw LoopOrders.Refusal(run, "paused", "running or queued");
            }
        }

        await LoopOrders.Obeyed(run, held, "paused", cancellation);
    }

    /// <summary>Queues a paused or interrupted run again.</summary>
    public void Resume(Run run)
    {
        lock (_lock)
        {
            LoopOrders.CheckPresent(run);
            if (run.State is not (RunState.Paused or RunState.Interrupted))
            {
                throw LoopOrders.Refusal(run, "resumed", "paused or interrupted");
            }

            _live.Release(run);
            Set(run, RunState.Queued);
            _turns.Wait(run);
        }
    }

    /// <summary>Does one batch or the rest of the epoch of a paused run; returns when it holds again.</summary>
    public async Task StepAsync(Run run, StepUnit unit, CancellationToken cancellation)
    {
        Task done;
        lock (_lock)
        {
            LoopOrders.CheckPresent(run);
            if (run.State != RunState.Paused)
            {
                throw LoopOrders.Refusal(run, "stepped", "paused");
            }

            _live.Release(run);
            var loop = _live.Bring(run);
            Set(run, RunState.Running);
            done = loop.StepAsync(unit);
        }

        await done.WaitAsync(cancellation);
    }

    /// <summary>Ends a run for good; returns when it has ended, with its last checkpoint on disk.</summary>
    /// <exception cref="RunStorageException">The checkpoint cannot be saved; the run is left as it is.</exception>
    public async Task StopAsync(Run run, CancellationToken cancellation)
    {
        Task ended;
        lock (_lock)
        {
            LoopOrders.CheckPresent(run);
            if (run.HasEnded)
            {
                throw LoopOrders.Refusal(run, "stopped", "running, queued, paused or interrupted");
            }

            if (run.Loop is null)
            {
                _turns.Leave(run);
                Set(run, RunState.Stopped);
                return;
            }

            ended = LoopOrders.Tell(run, loop => loop.End(RunState.Stopped, "stopped"));
        }

        await LoopOrders.Obeyed(run, ended, "stopped", cancellation);
    }

    /// <summary>
    /// Takes a run that neither runs nor waits out of the book, once its newest state is on disk. Its loop, if it has one, goes on holding it
    /// until <see cref="EndTakenOutAsync"/>, so that <see cref="Return"/> brings back all of it.
    /// </summary>
    /// <exception cref="RunStorageException">The state cannot be saved; the run is left as it is.</exception>
    public async Task TakeOutAsync(Run run)
    {
        var saved = Task.CompletedTask;
        lock (_lock)
        {
            LoopOrders.CheckRests(run);
            if (run.Loop is not null)
            {
                saved = LoopOrders.Tell(run, loop => loop.SaveFor("deleted"));
            }
        }

        await LoopOrders.UnlessGone(saved);
        lock (_lock)
        {
            LoopOrders.CheckRests(run);
            run.IsDeleted = true;
            _context.Book.Remove(run);
        }
    }

    /// <summary>Ends the loop of a run that was taken out; returns when it has let go of everything.</summary>
    /// <exception cref="RunStorageException">What came to it meanwhile cannot be saved; it goes on holding.</exception>
    public async Task EndTakenOutAsync(Run run)
    {
        Task told;
        Task ended;
        lock (_lock)
        {
            if (run.Loop is not { } loop)
            {
                return;
            }

            told = LoopOrders.Tell(run, ending => ending.End(run.State, "deleted"));
            ended = loop.Ended;
        }

        await LoopOrders.UnlessGone(told);
        await ended;
    }

    /// <summary>Puts a run into the book that was restored, brought in, or taken out in vain.</summary>
    public void Return(Run run)
    {
        lock (_lock)
        {
            run.IsDeleted = false;
            _context.Book.Add(run);
        }
    }

    /// <summary>Changes the factor on the learning rates, now or as soon as the trainer is there.</summary>
    public void SetFactor(Run run, float factor)
    {
        lock (_lock)
        {
            LoopOrders.CheckPresent(run);
            if (run.State is not (RunState.Running or RunState.Queued or RunState.Paused))
            {
                throw LoopOrders.Refusal(run, "given another learning rate", "running, queued or paused");
            }

            run.WaitingFactor = factor;
            if (run.State == RunState.Paused)
            {
                // Into memory with it, so that the factor gets into its checkpoint.
                _live.Bring(run);
                _live.Hold(run);
            }

            if (run.Loop is not null)
            {
                _ = LoopOrders.Tell(run, loop => loop.ApplyWaitingFactor());
            }
        }
    }

    /// <summary>The factor that waits for the trainer, if any; it waits no longer.</summary>
    public float? TakeWaitingFactor(Run run)
    {
        lock (_lock)
        {
            var factor = run.WaitingFactor;
            run.WaitingFactor = null;
            return factor;
        }
    }

    /// <summary>A loop says that its run holds.</summary>
    public void Held(Run run)
    {
        lock (_lock)
        {
            Set(run, RunState.Paused);
            _live.Hold(run);
            _turns.GiveBack(run);
        }
    }

    /// <summary>A loop asks whether its run may leave memory: it may while it is paused.</summary>
    public bool TryUnload(Run run)
    {
        lock (_lock)
        {
            if (run.State != RunState.Paused)
            {
                return false;
            }

            _live.Leave(run);
            return true;
        }
    }

    /// <summary>A loop says that its run is over, or that it lives on disk alone from now on.</summary>
    public void Ended(Run run, RunState state, string? failure)
    {
        lock (_lock)
        {
            _turns.Leave(run);
            _live.Leave(run);
            run.Update(snapshot => snapshot with { State = state, Failure = failure, Activity = null, ActivityProgress = null });
            _turns.GiveBack(run);
        }
    }

    /// <summary>Lets nothing start any more and ends every loop, as interrupted where it ran or waited; returns when all have let go of everything.</summary>
    public async Task CloseAsync()
    {
        lock (_lock)
        {
            _turns.Close();
            _live.Close();
            foreach (var run in _context.Book.All)
            {
                var state = run.State is RunState.Running or RunState.Queued ? RunState.Interrupted : run.State;
                if (run.Loop is not null)
                {
                    _ = LoopOrders.Tell(run, loop => loop.EndWithProgram(state));
                }
                else if (run.State != state)
                {
                    Set(run, state);
                }
            }
        }

        await _live.AllEnded;
    }

    private static void Set(Run run, RunState state) => run.Update(snapshot => snapshot with { State = state, Failure = null });

    private void Begin(Run run)
    {
        Set(run, RunState.Running);
        _live.Bring(run).Go();
    }
}
