using System.Collections.Concurrent;
using ForwardForward.Frames;
using ForwardForward.Runs;

namespace ForwardForward.Web.ViewModels.RunLists;

/// <summary>
/// The validation errors of runs over time and the lowest of them, read off their histories; only what is new is read again. One for all
/// pages, so that a long history is read once.
/// </summary>
/// <param name="runs">The runs.</param>
public sealed class BestErrors(IRunService runs)
{
    private const int Page = 10_000;
    private readonly ConcurrentDictionary<string, ErrorCourse> _known = new(StringComparer.Ordinal);

    /// <summary>The lowest known errors of a run in percent; null where none was counted.</summary>
    public (double? Goodness, double? Softmax) Of(string id) => Course(id) is { } course ? (Lowest(course.Goodness), Lowest(course.Softmax)) : (null, null);

    /// <summary>The errors of a run over time; null before they are read.</summary>
    public ErrorCourse? Course(string id) => _known.GetValueOrDefault(id);

    /// <summary>Whether a run's errors have changed since they were read.</summary>
    public bool IsStale(RunSnapshot run) =>
        run.Scores.Any(score => ScoreNames.Split(score.Name) == ScoreNames.Validation) && !run.Scores.Equals(Course(run.Id)?.Seen);

    /// <summary>Reads on in the history of a run, if its errors have changed since.</summary>
    public async Task ReadAsync(RunSnapshot run, CancellationToken cancellation)
    {
        if (!IsStale(run))
        {
            return;
        }

        var known = Course(run.Id) ?? new ErrorCourse(0, [], [], run.Scores);
        var next = known.Next;
        List<(double, double)> goodness = [.. known.Goodness];
        List<(double, double)> softmax = [.. known.Softmax];
        List<(double, double)> other = [.. known.Other];
        var measure = known.Measure ?? (OtherMeasures.Of(run) is [var first, ..] ? first : null);
        IReadOnlyList<MetricPoint> points;
        do
        {
            points = await runs.MetricsAsync(run.Id, next, Page, cancellation);
            foreach (var point in points)
            {
                Add(goodness, point, MetricNames.ValidationGoodness);
                Add(softmax, point, MetricNames.ValidationSoftmax);
                if (measure is not null)
                {
                    Add(other, point, ScoreNames.Of(ScoreNames.Validation, measure.Name));
                }

                next = point.Sequence + 1;
            }
        }
        while (points.Count == Page);
        _known[run.Id] = new ErrorCourse(next, goodness, softmax, run.Scores) { Other = other, Measure = measure };
    }

    private static void Add(List<(double, double)> errors, MetricPoint point, string name)
    {
        if (point.Values.TryGetValue(name, out var value))
        {
            errors.Add((point.Epoch, value));
        }
    }

    private static double? Lowest(IReadOnlyList<(double Epoch, double Error)> errors) => errors.Count == 0 ? null : errors.Min(one => one.Error);
}

/// <summary>Validation errors of a run over time, percent.</summary>
/// <param name="Next">The sequence number to read on from.</param>
/// <param name="Goodness">By goodness, with the epoch at which each was counted.</param>
/// <param name="Softmax">By softmax, likewise.</param>
/// <param name="Seen">The newest scores when they were read.</param>
public sealed record ErrorCourse(
    long Next, IReadOnlyList<(double Epoch, double Error)> Goodness, IReadOnlyList<(double Epoch, double Error)> Softmax, RunScores Seen)
{
    /// <summary>The first measure that is no error of a classifier; null where there is none.</summary>
    public ScoreInfo? Measure { get; init; }

    /// <summary>The scores by that measure, likewise.</summary>
    public IReadOnlyList<(double Epoch, double Error)> Other { get; init; } = [];

    /// <summary>The best of these scores; null where there is none.</summary>
    public double? BestOther => Other.Count == 0 ? null : Measure is { LowerIsBetter: false } ? Other.Max(one => one.Error) : Other.Min(one => one.Error);

    /// <summary>The course to draw: by goodness where there is one, else by softmax, else by the recipe's own measure.</summary>
    public IReadOnlyList<(double Epoch, double Error)> Main => Goodness.Count > 0 ? Goodness : Softmax.Count > 0 ? Softmax : Other;

    /// <summary>The measure of the course to draw; null where it is an error of a classifier.</summary>
    public ScoreInfo? MainMeasure => Goodness.Count + Softmax.Count > 0 ? null : Measure;
}
