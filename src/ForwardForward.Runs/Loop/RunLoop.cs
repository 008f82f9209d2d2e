using ForwardForward.Learning.Trainers;
using ForwardForward.Runs.Checkpoints;
using ForwardForward.Runs.Readings;
using ForwardForward.Runs.Scheduling;
using Microsoft.Extensions.Logging;

namespace ForwardForward.Runs.Loop;

/// <summary>
/// One run in memory: a thread of its own that steps the trainer, counts errors, and between any two batches carries out the
/// commands and readings of everybody else. Nothing but this thread ever touches the trainer.
/// </summary>
internal sealed class RunLoop : IDisposable
{
    private readonly Run _run;
    private readonly RunsContext _context;
    private readonly RunScheduler _scheduler;
    private readonly RunReporter _reporter;
    private readonly LoopChannel _commands = new();
    private readonly PendingLoad _loading = new();
    private readonly RetryTimer _retry;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private RunTraining? _training;
    private LoopMode _mode;
    private StepOrder? _step;
    private bool _awaitsDisk;
    private bool _over;

    /// <summary>Makes the loop of a run; <see cref="Start"/> sets it going.</summary>
    public RunLoop(Run run, RunsContext context, RunScheduler scheduler)
    {
        (_run, _context, _scheduler) = (run, context, scheduler);
        _reporter = new RunReporter(run, context.Time);
        _retry = new RetryTimer(context.Time, () => _commands.Post(TryAgain));
        Networks = new NetworkPool(context.Time);
    }

    /// <summary>Completes when the thread has let go of everything.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Copies of the weights for classifying.</summary>
    public NetworkPool Networks { get; }

    /// <summary>The run as it trains, for work that this thread does; null while the data is being loaded.</summary>
    public RunTraining? Training => _training;

    /// <summary>Starts the thread, which loads the data and then holds.</summary>
    public void Start() => new Thread(Body) { IsBackground = true, Name = $"run {_run.Id}" }.Start();

    /// <summary>Has the thread do something between two steps.</summary>
    /// <exception cref="LoopEndedException">The loop ended before it came to it.</exception>
    public Task<T> AskAsync<T>(Func<RunLoop, T> work) => _commands.AskAsync(() => work(this));

    /// <summary>Trains on until told otherwise.</summary>
    public void Go() => _commands.Post(() => _mode = LoopMode.Train);

    /// <summary>Does a batch or the rest of the epoch, with the error counts that are due, then holds.</summary>
    /// <returns>Completes when the run holds or has ended.</returns>
    public Task StepAsync(StepUnit unit)
    {
        var order = new StepOrder(unit);
        _commands.Post(new LoopCommand(() => (_mode, _step) = (LoopMode.Step, order), order.Finish));
        return order.Done;
    }

    /// <summary>Holds. For commands.</summary>
    public void Hold()
    {
        if (_mode != LoopMode.Hold)
        {
            _mode = LoopMode.Hold;
            _training?.Publish(now: true);
            _training?.KeepSnapshot(onlyIfDue: true);
            SaveHeld();
            _scheduler.Held(_run);
            _step?.Finish();
        }
    }

    /// <summary>Returns when the newest state is on disk. For commands.</summary>
    /// <param name="purpose">What that is for, such as <c>deleted</c>.</param>
    /// <exception cref="RunStorageException">It cannot be saved; the run stays as it is.</exception>
    public void SaveFor(string purpose)
    {
        _training?.Publish(now: true);
        if (_training?.SaveForGood() is { IsSaved: false, IsHopeless: false, Problem: { } problem })
        {
            throw new RunStorageException(
                $"Run '{_run.Id}' cannot be {purpose} now, because its newest weights cannot be saved: {problem} The run is left as it is; make room on the disk, then try again.");
        }
    }

    /// <summary>Ends the loop, and the run with it, after a last checkpoint. For commands.</summary>
    /// <param name="state">Where the run stands then.</param>
    /// <param name="purpose">What that is for, such as <c>stopped</c>.</param>
    /// <exception cref="RunStorageException">The checkpoint cannot be saved; the run stays as it is.</exception>
    public void End(RunState state, string purpose)
    {
        SaveFor(purpose);
        _training?.KeepSnapshot(onlyIfDue: false);
        GoOut(state, null);
    }

    /// <summary>Ends the loop because the program ends. What cannot be saved now is lost, and the run then says how far it really is. For commands.</summary>
    public void EndWithProgram(RunState state)
    {
        _training?.Publish(now: true);
        if (_training is { } training && training.SaveForGood() is { IsSaved: false, Problem: { } problem })
        {
            UnsavedRun.Tell(_run, training.OnDisk, problem);
        }

        _training?.KeepSnapshot(onlyIfDue: false);
        GoOut(state, null);
    }

    /// <summary>Leaves memory to others, if the run still holds and its newest state is safely on disk. For commands.</summary>
    public void Unload()
    {
        if (!_over && _mode == LoopMode.Hold && _training is { } training && training.SaveForGood().IsSaved)
        {
            training.KeepSnapshot(onlyIfDue: false);
            training.FinishSaving();
            _over = _scheduler.TryUnload(_run);
        }
    }

    /// <summary>Sets the factor on the learning rates that waits for the trainer, if the trainer is there. For commands.</summary>
    public void ApplyWaitingFactor()
    {
        if (_training is { } training && _scheduler.TakeWaitingFactor(_run) is { } factor)
        {
            training.SetFactor(factor);
        }
    }

    /// <summary>Lets go of everything; the loop's own thread does it last.</summary>
    public void Dispose()
    {
        _commands.Close();
        _step?.Finish();
        Networks.Dispose();
        _retry.Dispose();
        if (_training is null)
        {
            _loading.Drop(_run.Id, _context.Logger);
        }

        _training?.Dispose();
        _loading.Dispose();
        _ended.SetResult();
    }

    private void Body()
    {
        try
        {
            BeginLoading();
            while (!_over)
            {
                if (_commands.TryTake(out var command))
                {
                    command.Execute();
                }
                else
                {
                    Turn();
                }
            }
        }
        catch (RunCannotGoOnException exception)
        {
            _run.Warn(RunWarning.Loading, exception.Message);
            GoOut(RunState.Interrupted, null);
        }
        catch (Exception exception)
        {
            _context.Logger.LogError(exception, "Run {Run} failed", _run.Id);
            GoOut(RunState.Failed, LoopFailure.Sentence(exception));
        }
        finally
        {
            Dispose();
        }
    }

    private void BeginLoading()
    {
        _reporter.Say("loading data");
        _loading.Begin(given => LoadedRun.LoadAsync(_run, _context, _reporter, given), () => _commands.Post(() => { }));
    }

    private void Turn()
    {
        if (_training is null && _loading.IsCompleted)
        {
            _training = new RunTraining(_run, _context, _reporter, _loading.Take());
            ApplyWaitingFactor();
        }
        else if (_training is null || _mode == LoopMode.Hold || _awaitsDisk)
        {
            _commands.Wait();
        }
        else
        {
            Advance(_training);
            Networks.RefreshIfWanted(_training.Trainer);
        }
    }

    private void Advance(RunTraining training)
    {
        var trainer = training.Trainer;
        var goal = _mode == LoopMode.Step ? _step!.Goal(trainer.Course) : long.MaxValue;
        if (training.HasCountPending)
        {
            training.Count();
        }
        else if (training.IsSnapshotDue)
        {
            training.KeepSnapshot(onlyIfDue: true);
        }
        else if (training.IsScheduleOver)
        {
            Complete(training);
        }
        else if (trainer.Course.CompletedSteps >= goal)
        {
            Hold();
        }
        else
        {
            training.Step(mustRecord: trainer.Course.CompletedSteps + 1 == goal);
        }
    }

    // A run has completed when its last checkpoint is on disk; until then it stays in memory and says what it waits for.
    private void Complete(RunTraining training)
    {
        training.Publish(now: true);
        var outcome = training.SaveForGood();
        if (outcome.IsSaved)
        {
            training.KeepSnapshot(onlyIfDue: false);
            GoOut(RunState.Completed, null);
        }
        else if (outcome.IsHopeless)
        {
            GoOut(RunState.Failed, outcome.Problem);
        }
        else if (_mode == LoopMode.Step)
        {
            // A person waits for the step, which is done.
            Hold();
        }
        else
        {
            _awaitsDisk = true;
            _retry.Later();
            _reporter.Say("waiting for room on the disk to save the last checkpoint");
        }
    }

    private void SaveHeld()
    {
        _training?.Save();
        _training?.Saving.ContinueWith(saving => _commands.Post(() => Saved(saving.Result)), TaskScheduler.Default);
    }

    private void Saved(SaveOutcome outcome)
    {
        if (outcome.IsSaved)
        {
            _retry.Reset();
        }
        else if (!outcome.IsHopeless && _mode == LoopMode.Hold)
        {
            _retry.Later();
        }
    }

    private void TryAgain()
    {
        _awaitsDisk = false;
        if (_mode == LoopMode.Hold)
        {
            SaveHeld();
        }
    }

    private void GoOut(RunState state, string? failure)
    {
        _over = true;
        _loading.GiveUp();
        _training?.FinishSaving();
        _scheduler.Ended(_run, state, failure);
    }
}
