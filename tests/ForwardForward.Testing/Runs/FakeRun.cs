using System.Collections.Concurrent;
using ForwardForward.Frames;
using ForwardForward.Learning.Readings;
using ForwardForward.Runs;

namespace ForwardForward.Testing.Runs;

/// <summary>One run of <see cref="FakeRunService"/>: tests move it by hand and every watcher sees it.</summary>
public sealed class FakeRun(RunSnapshot snapshot)
{
    internal Newest<RunSnapshot> Snapshots { get; } = new(snapshot);

    internal Newest<IReadOnlyList<MetricPoint>> History { get; } = new([]);

    internal Newest<ReceptiveFields?> Fields { get; } = new(null);

    internal Newest<NegativeExamples?> Examples { get; } = new(null);

    internal Newest<IReadOnlyList<NamedFrame>> Frames { get; } = new([]);

    /// <summary>What was asked of readings.</summary>
    public ConcurrentQueue<ReadingQuery> Queries { get; } = new();

    /// <summary>Statistics that are handed out; null before the first step.</summary>
    public LayerStatistics? Statistics { get; set; }

    /// <summary>Snapshots that are kept, by step.</summary>
    public SortedDictionary<long, Moment> Moments { get; } = [];

    /// <summary>How many were taken; null when all of them are kept.</summary>
    public int? MomentsTaken { get; set; }

    /// <summary>What is told of the last batch; null before the first step.</summary>
    public StepTrace? Story { get; set; }

    /// <summary>The run as it stands.</summary>
    public RunSnapshot Snapshot => Snapshots.Value;

    /// <summary>Changes the snapshot.</summary>
    public RunSnapshot Change(Func<RunSnapshot, RunSnapshot> change)
    {
        Snapshots.Set(change(Snapshots.Value));
        return Snapshots.Value;
    }

    /// <summary>Adds a point to the history, at the next sequence number.</summary>
    public MetricPoint Publish(long step, double epoch, double seconds, params (string Name, double Value)[] values)
    {
        var history = History.Value;
        var point = new MetricPoint(history.Count, step, epoch, seconds, values.ToDictionary(value => value.Name, value => value.Value));
        History.Set([.. history, point]);
        Change(run => run with { LastMetrics = point, Step = step });
        return point;
    }

    /// <summary>Keeps snapshots of some steps.</summary>
    public void Keep(params ReadOnlySpan<long> steps)
    {
        foreach (var step in steps)
        {
            Moments[step] = Samples.Moment(step, Snapshot);
        }
    }

    /// <summary>Shows a frame as the reading of its name, in place of the one before.</summary>
    public void Publish(NamedFrame frame) => Frames.Set([.. Frames.Value.Where(other => other.Name != frame.Name), frame]);

    /// <summary>Shows receptive fields.</summary>
    public void Publish(ReceptiveFields fields) => Fields.Set(fields);

    /// <summary>Shows examples.</summary>
    public void Publish(NegativeExamples examples) => Examples.Set(examples);
}
