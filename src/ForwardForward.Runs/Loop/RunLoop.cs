using ForwardForward.Learning.Trainers;
using ForwardForward.Runs.Feed;
using ForwardForward.Runs.Readings;
using ForwardForward.Runs.Scheduling;
using ForwardForward.Runs.Training;
using Microsoft.Extensions.Logging;

namespace ForwardForward.Runs.Loop;

/// <summary>
/// One run in memory: a thread of its own that steps the trainer, counts errors, and between any two batches opens its letters, which
/// are the commands and readings of everybody else. Nothing but this thread ever touches the trainer.
/// </summary>
internal sealed class RunLoop : IDisposable
{
    private readonly Run _run;
    private readonly RunsContext _context;
    private readonly RunScheduler _scheduler;
    private readonly RunReporter _reporter;
    private readonly LoopMailbox _mailbox = new();
    private readonly CancellationTokenSource _ending = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task<TrainingSetup>? _loading;
    private TrainingSetup? _setup;
    private EvaluationTurn? _counts;
    private Throughput? _throughput;
    private MetricCadence _cadence;
    private Mode _mode;
    private StepUnit _unit;
    private long? _goal;
    private TaskCompletionSource? _stepDone;
    private bool _hasStepped;
    private bool _over;

    /// <summary>Makes the loop of a run; <see cref="Start"/> sets it going.</summary>
    public RunLoop(Run run, RunsContext context, RunScheduler scheduler)
    {
        (_run, _context, _scheduler) = (run, context, scheduler);
        _reporter = new RunReporter(run, context.Time);
        Networks = new NetworkPool(context.Time);
    }

    private enum Mode
    {
        Hold,
        Train,
        Step,
    }

    /// <summary>Completes when the thread has let go of everything.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Copies of the weights for classifying.</summary>
    public NetworkPool Networks { get; }

    /// <summary>Starts the thread, which loads the data and then holds.</summary>
    public void Start() => new Thread(Body) { IsBackground = true, Name = $"run {_run.Id}" }.Start();

    /// <summary>Has the thread do something between two steps.</summary>
    /// <exception cref="LoopEndedException">The loop ended before it came to it.</exception>
    public Task<T> AskAsync<T>(Func<RunLoop, T> work)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Open()
        {
            try
            {
                answer.SetResult(work(this));
            }
            catch (Exception exception)
            {
                answer.SetException(exception);
            }
        }

        _mailbox.Post(new Letter(Open, () => answer.SetException(new LoopEndedException())));
        return answer.Task;
    }

    /// <summary>The same for work on the trainer; null while the data is being loaded.</summary>
    public Task<T?> ReadAsync<T>(Func<ITrainer, T> read)
        where T : class => AskAsync(loop => loop._setup is { } setup ? read(setup.Trainer) : null);

    /// <summary>The same, but null too as long as this loop has done no mini-batch: there is no last batch to look at.</summary>
    public Task<T?> ReadLastBatchAsync<T>(Func<ITrainer, T> read)
        where T : class => AskAsync(loop => loop._setup is { } setup && loop._hasStepped ? read(setup.Trainer) : null);

    /// <summary>Borrows a copy of the weights as they are now; null while the data is being loaded.</summary>
    public Task<NetworkLease?> BorrowAsync() => AskAsync(loop =>
    {
        if (loop._setup is not { } setup)
        {
            return null;
        }

        loop.Networks.Refresh(setup.Trainer);
        return loop.Networks.TryBorrow(setup.Trainer.CompletedSteps);
    });

    /// <summary>Trains on until told otherwise.</summary>
    public void Go() => _mailbox.Post(new Letter(() => _mode = Mode.Train, () => { }));

    /// <summary>Does a batch or the rest of the epoch, then holds.</summary>
    /// <returns>Completes when the run holds or has ended.</returns>
    public Task StepAsync(StepUnit unit)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _mailbox.Post(new Letter(
            () => (_mode, _unit, _goal, _stepDone) = (Mode.Step, unit, null, done),
            () => done.SetResult()));
        return done.Task;
    }

    /// <summary>Holds. For letters.</summary>
    public void Hold()
    {
        if (_mode == Mode.Hold)
        {
            return;
        }

        _mode = Mode.Hold;
        Publish(now: true);
        _scheduler.Held(_run);
        Interlocked.Exchange(ref _stepDone, null)?.SetResult();
    }

    /// <summary>Ends the loop, and the run with it. For letters.</summary>
    public void End(RunState state, string? failure = null)
    {
        _over = true;
        _ending.Cancel();
        Publish(now: true);
        _scheduler.Ended(_run, state, failure);
    }

    /// <summary>Sets the factor on the learning rates that waits for the trainer, if the trainer is there. For letters.</summary>
    public void ApplyWaitingFactor()
    {
        if (_setup is { } setup && _scheduler.TakeWaitingFactor(_run) is { } factor)
        {
            setup.Trainer.LearningRateFactor = factor;
        }
    }

    /// <summary>Lets go of everything; the loop's own thread does it last.</summary>
    public void Dispose()
    {
        _mailbox.Close();
        Interlocked.Exchange(ref _stepDone, null)?.SetResult();
        Networks.Dispose();
        _counts?.Dispose();
        _setup?.Dispose();
        if (_setup is null)
        {
            // Loading was cancelled; what it may still bring is not wanted.
            _loading?.ContinueWith(late => late.Result.Dispose(), default, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
        }

        _ending.Dispose();
        _ended.SetResult();
    }

    private void Body()
    {
        try
        {
            BeginLoading();
            while (!_over)
            {
                while (!_over && _mailbox.TryTake(out var letter))
                {
                    letter.Open();
                }

                if (!_over)
                {
                    Turn();
                }
            }
        }
        catch (Exception exception)
        {
            _context.Logger.LogError(exception, "Run {Run} failed", _run.Id);
            End(RunState.Failed, Sentence(exception));
        }
        finally
        {
            Dispose();
        }
    }

    private void Turn()
    {
        if (_setup is null && _loading!.IsCompleted)
        {
            Adopt(_loading.GetAwaiter().GetResult());
        }
        else if (_setup is null || _mode == Mode.Hold)
        {
            _mailbox.Wait();
        }
        else
        {
            Advance(_setup.Trainer, _counts!);
            Networks.RefreshIfWanted(_setup.Trainer);
        }
    }

    private void BeginLoading()
    {
        _reporter.Say("loading data");
        _loading = Task.Run(() => _context.Factory.CreateAsync(_run.Recipe, _reporter, _ending.Token));
        _loading.ContinueWith(_ => _mailbox.Post(new Letter(() => { }, () => { })), TaskScheduler.Default);
    }

    private void Adopt(TrainingSetup setup)
    {
        _setup = setup;
        _cadence = new MetricCadence(setup.Trainer.StepsPerEpoch, setup.Trainer.Epochs);
        _counts = new EvaluationTurn(setup, _run.Recipe.Evaluation);
        _throughput = new Throughput(_context.Time, _run.Snapshot.TrainSeconds);
        ApplyWaitingFactor();
        _reporter.Begin(setup);
        if (setup.Trainer.CompletedSteps == 0)
        {
            _reporter.Record(setup.Trainer, 0, MetricReading.Initial(setup.Trainer.LearningRateFactor));
        }
    }

    private void Advance(ITrainer trainer, EvaluationTurn counts)
    {
        _goal ??= _unit == StepUnit.Batch
            ? trainer.CompletedSteps + 1
            : ((trainer.CompletedSteps / trainer.StepsPerEpoch) + 1) * trainer.StepsPerEpoch;
        if (counts.Pending != PendingCount.None)
        {
            Count(trainer, counts);
        }
        else if (trainer.CompletedSteps >= (long)trainer.StepsPerEpoch * trainer.Epochs)
        {
            End(RunState.Completed);
        }
        else if (_mode == Mode.Step && trainer.CompletedSteps >= _goal)
        {
            Hold();
        }
        else
        {
            Step(trainer, counts);
        }
    }

    private void Step(ITrainer trainer, EvaluationTurn counts)
    {
        var started = _context.Time.GetTimestamp();
        var report = trainer.Step();
        _throughput!.Add(started, trainer.BatchSize);
        _hasStepped = true;
        counts.AfterStep();
        if (_cadence.IsDue(trainer.CompletedSteps) || (_mode == Mode.Step && trainer.CompletedSteps == _goal))
        {
            var values = MetricReading.Of(report, trainer.LearningRateFactor);
            if (MetricReading.FirstNonFinite(values) is { } name)
            {
                throw new RunDivergedException(name, trainer.CompletedSteps);
            }

            _reporter.Record(trainer, _throughput.Seconds, values);
        }

        Publish(now: false);
    }

    private void Count(ITrainer trainer, EvaluationTurn counts)
    {
        var isTest = counts.Pending == PendingCount.Test;
        if (counts.Advance() is not { } errors)
        {
            Publish(now: false);
            return;
        }

        _reporter.Counted(errors, isTest);
        _reporter.Record(trainer, _throughput!.Seconds, MetricReading.Of(errors, isTest));
    }

    private void Publish(bool now)
    {
        if (_setup is { } setup)
        {
            var isCounting = _counts!.Pending != PendingCount.None;
            _reporter.Progress(setup.Trainer, _throughput!, isCounting ? _counts.Activity : null, isCounting ? _counts.Progress : null, now);
        }
    }

    private static string Sentence(Exception exception) => exception is RunDivergedException or IOException or ArgumentException or InvalidOperationException
        ? exception.Message
        : $"{exception.GetType().Name}: {exception.Message}";
}
