using ForwardForward.Data;
using ForwardForward.Frames;
using ForwardForward.Learning.Trainers;
using ForwardForward.Runs.Checkpoints;
using ForwardForward.Runs.Feed;
using ForwardForward.Runs.Training;

namespace ForwardForward.Runs.Loop;

/// <summary>Keeps a run's snapshot and history up to date while its loop works; snapshots of mere progress come a few times a second.</summary>
internal sealed class RunReporter(Run run, TimeProvider time) : IProgress<DataProgress>
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(50);
    private long _published;

    /// <summary>Tells how far loading the data is.</summary>
    public void Report(DataProgress value)
    {
        if (IsTime())
        {
            run.Update(snapshot => snapshot with { Activity = value.Activity, ActivityProgress = value.Share });
        }
    }

    /// <summary>Says what is being done, at once.</summary>
    public void Say(string? activity) => run.Update(snapshot => snapshot with { Activity = activity, ActivityProgress = null });

    /// <summary>Tells what the trainer is like, now that it exists.</summary>
    public void Begin(TrainingSetup setup, CheckpointProgress? progress) => run.Update(snapshot => Progressed(snapshot, setup.Trainer) with
    {
        TrainSeconds = progress?.Seconds ?? 0,
        Scores = progress?.Scores ?? RunScores.None,
        Activity = null,
        ActivityProgress = null,
        DataName = setup.Origin.Name,
        IsSynthetic = setup.Origin.IsSynthetic,
        Epochs = setup.Trainer.Course.Epochs,
        StepsPerEpoch = setup.Trainer.Course.StepsPerEpoch,
        Layers = [.. setup.Trainer.LayerReadings.Layers],
    });

    /// <summary>Adds a point to the history.</summary>
    public void Record(Trainer trainer, double seconds, IReadOnlyDictionary<string, double> values)
    {
        var epoch = (double)trainer.Course.CompletedSteps / trainer.Course.StepsPerEpoch;
        var point = run.Metrics.Append(trainer.Course.CompletedSteps, epoch, seconds, values);
        run.Update(snapshot => Progressed(snapshot, trainer) with { LastMetrics = point, TrainSeconds = seconds });
    }

    /// <summary>Tells the scores of a finished evaluation; those on a sample of the training data are for the history alone.</summary>
    public void Counted(IReadOnlyList<Score> scores) => run.Update(snapshot => snapshot with
    {
        Activity = null,
        ActivityProgress = null,
        Scores = snapshot.Scores.With(scores.Where(score => ScoreNames.Split(score.Name) != ScoreNames.Training)),
    });

    /// <summary>Tells how far training or counting is, if the last word was some time ago or <paramref name="now"/> is set.</summary>
    public void Progress(Trainer trainer, Throughput throughput, string? activity, double? share, bool now = false)
    {
        if (now || IsTime())
        {
            run.Update(snapshot => Progressed(snapshot, trainer) with
            {
                TrainSeconds = throughput.Seconds,
                SamplesPerSecond = throughput.ImagesPerSecond ?? snapshot.SamplesPerSecond,
                Activity = activity,
                ActivityProgress = share,
            });
        }
    }

    private static RunSnapshot Progressed(RunSnapshot snapshot, Trainer trainer) => snapshot with
    {
        Step = trainer.Course.CompletedSteps,
        Epoch = (int)(trainer.Course.CompletedSteps / trainer.Course.StepsPerEpoch),
    };

    private bool IsTime()
    {
        if (_published != 0 && time.GetElapsedTime(_published) < Quiet)
        {
            return false;
        }

        _published = time.GetTimestamp();
        return true;
    }
}
