using ForwardForward.Learning.Trainers;
using ForwardForward.Runs.Checkpoints;
using ForwardForward.Runs.Feed;
using ForwardForward.Runs.Snapshots;
using ForwardForward.Runs.Training;

namespace ForwardForward.Runs.Loop;

/// <summary>
/// The trainer of a run in memory, and what is done with it one batch at a time: mini-batches, error counts, readings for the history,
/// checkpoints. Only the run's loop touches it.
/// </summary>
internal sealed class RunTraining : IDisposable
{
    private readonly Run _run;
    private readonly RunsContext _context;
    private readonly RunReporter _reporter;
    private readonly CheckpointKeeper _keeper;
    private readonly SnapshotKeeper _snapshots;
    private readonly TrainingSetup _setup;
    private readonly EvaluationTurn _counts;
    private readonly Throughput _throughput;
    private readonly MetricCadence _cadence;
    private readonly float[] _metrics;
    private long _savedAt;
    private bool _unsaved;
    private bool _unkept;

    /// <summary>Takes over what was loaded, and tells the world about it.</summary>
    public RunTraining(Run run, RunsContext context, RunReporter reporter, LoadedRun loaded)
    {
        (_run, _context, _reporter, _setup) = (run, context, reporter, loaded.Setup);
        _keeper = new CheckpointKeeper(run, context, loaded.Checkpoint?.Progress);
        _snapshots = new SnapshotKeeper(run, context);
        _counts = new EvaluationTurn(_setup, run.Recipe.Settings) { Pending = PendingCounts.Parse(loaded.Checkpoint?.Progress.Pending) };
        _throughput = new Throughput(context.Time, loaded.Checkpoint?.Progress.Seconds ?? 0);
        _metrics = new float[Trainer.Metrics.Count];
        _cadence = new MetricCadence(Trainer.Course.StepsPerEpoch, Trainer.Course.Epochs);
        _savedAt = context.Time.GetTimestamp();
        _unsaved = loaded.Checkpoint is null;
        reporter.Begin(_setup, loaded.Checkpoint?.Progress);
        if (run.Metrics.Count == 0)
        {
            reporter.Record(Trainer, 0, MetricReading.Initial(Trainer));
        }

        IsSnapshotDue = SnapshotSchedule.IsDue(Trainer.Course.CompletedSteps) && !context.Snapshots.Has(run.Id, Trainer.Course.CompletedSteps);
        KeepSnapshot(onlyIfDue: true);
    }

    /// <summary>The trainer.</summary>
    public Trainer Trainer => _setup.Trainer;

    /// <summary>Whether a mini-batch was done since the run came into memory, so that there is a last batch to look at.</summary>
    public bool HasStepped { get; private set; }

    /// <summary>Whether errors have yet to be counted on the present weights.</summary>
    public bool HasCountPending => _counts.Pending != PendingCount.None;

    /// <summary>Whether the schedule wants a snapshot of the present moment, which has not been taken yet.</summary>
    public bool IsSnapshotDue { get; private set; }

    /// <summary>Whether every mini-batch of the schedule is done.</summary>
    public bool IsScheduleOver => Trainer.Course.CompletedSteps >= Trainer.Course.Steps;

    /// <summary>Does one mini-batch.</summary>
    /// <param name="mustRecord">Whether its reading is kept whatever the cadence says.</param>
    /// <exception cref="RunDivergedException">A value of a kept reading is not finite.</exception>
    public void Step(bool mustRecord)
    {
        SaveBeginning();
        var started = _context.Time.GetTimestamp();
        Trainer.Step(_metrics);
        _throughput.Add(started, Trainer.Course.BatchSize);
        (HasStepped, _unsaved, _unkept, IsSnapshotDue) = (true, true, true, SnapshotSchedule.IsDue(Trainer.Course.CompletedSteps));
        _counts.AfterStep();
        if (mustRecord || _cadence.IsDue(Trainer.Course.CompletedSteps))
        {
            _reporter.Record(Trainer, _throughput.Seconds, Finite(MetricReading.Of(Trainer, _metrics)));
        }

        SaveIfDue();
        Publish(now: false);
    }

    /// <summary>Counts errors on one more batch of images.</summary>
    /// <exception cref="RunDivergedException">A score is not finite.</exception>
    public void Count()
    {
        if (_counts.Advance() is { } scores)
        {
            var values = Finite(MetricReading.Of(scores));
            _unsaved = true;
            _reporter.Counted(scores);
            _reporter.Record(Trainer, _throughput.Seconds, values);
        }
        else
        {
            Publish(now: false);
        }
    }

    /// <summary>Sets the factor on the learning rates.</summary>
    public void SetFactor(float factor)
    {
        Trainer.RateFactor.Value = factor;
        _unsaved = true;
    }

    /// <summary>Brings the snapshot up to date, if the last word was some time ago or <paramref name="now"/> is set.</summary>
    public void Publish(bool now) =>
        _reporter.Progress(Trainer, _throughput, HasCountPending ? _counts.Activity : null, HasCountPending ? _counts.Progress : null, now);

    /// <summary>
    /// Keeps a snapshot of the present moment unless that was done already. When a run leaves memory its last batch goes with it, so one is
    /// kept then whatever the schedule says; the next that is due takes its place.
    /// </summary>
    public void KeepSnapshot(bool onlyIfDue)
    {
        if (!IsSnapshotDue && (onlyIfDue || !_unkept))
        {
            return;
        }

        (IsSnapshotDue, _unkept) = (false, false);
        try
        {
            _snapshots.Keep(MomentReading.Of(Trainer, HasStepped, _throughput.Seconds, _run.Snapshot.Scores));
        }
        catch (Exception exception)
        {
            _snapshots.Complain(Trainer.Course.CompletedSteps, exception);
        }
    }

    /// <summary>Everything that is needed to go on from here, as a copy.</summary>
    public Checkpoint Capture() => new(_run.Id, _run.Recipe, new CheckpointProgress
    {
        Step = Trainer.Course.CompletedSteps,
        Points = _run.Metrics.Count,
        Seconds = _throughput.Seconds,
        Pending = _counts.Pending.Name(),
        Scores = _run.Snapshot.Scores,
        DataName = _setup.Origin.Name,
        IsSynthetic = _setup.Origin.IsSynthetic,
    }, Trainer.CaptureState());

    /// <summary>How far the newest checkpoint on disk is; null when there is none.</summary>
    public CheckpointProgress? OnDisk => _keeper.OnDisk;

    /// <summary>What becomes of the newest checkpoint.</summary>
    public Task<SaveOutcome> Saving => _keeper.Newest;

    /// <summary>Saves a checkpoint in the background, unless nothing has changed since the last that is on disk.</summary>
    public void Save()
    {
        _unsaved |= _keeper.HasFailed;
        if (_unsaved)
        {
            _keeper.Save(Capture());
            _savedAt = _context.Time.GetTimestamp();
            _unsaved = false;
        }
    }

    /// <summary>Waits until the present state is saved, or cannot be. The state before the first step counts as saved: the seed makes it again.</summary>
    public SaveOutcome SaveForGood()
    {
        _keeper.Finish();
        Save();
        var outcome = _keeper.Finish();
        return Trainer.Course.CompletedSteps == 0 ? SaveOutcome.Saved : outcome;
    }

    /// <summary>Waits until nothing is being saved any more.</summary>
    public void FinishSaving()
    {
        _keeper.Finish();
        _snapshots.Finish();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        FinishSaving();
        _counts.Dispose();
        _setup.Dispose();
    }

    // A run that is killed before its first checkpoint is due goes on from here; without any it could not go on at all.
    private void SaveBeginning()
    {
        if (Trainer.Course.CompletedSteps == 0 && OnDisk is null)
        {
            Save();
            _keeper.Finish();
        }
    }

    private Dictionary<string, double> Finite(Dictionary<string, double> values) =>
        MetricReading.FirstNonFinite(values) is { } name ? throw new RunDivergedException(name, Trainer.Course.CompletedSteps) : values;

    private void SaveIfDue()
    {
        var isEpochEnd = Trainer.Course.CompletedSteps % Trainer.Course.StepsPerEpoch == 0;
        var wait = isEpochEnd ? _context.Options.CheckpointAtMostEvery : _context.Options.CheckpointEvery;
        if (_context.Time.GetElapsedTime(_savedAt) >= wait && !_keeper.IsBusy)
        {
            Save();
        }
    }
}
