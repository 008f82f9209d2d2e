using System.Collections.Concurrent;
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
        run.Errors is not { ValidationGoodness: null, ValidationSoftmax: null } && Course(run.Id)?.Seen != run.Errors;

    /// <summary>Reads on in the history of a run, if its errors have changed since.</summary>
    public async Task ReadAsync(RunSnapshot run, CancellationToken cancellation)
    {
        if (!IsStale(run))
        {
            return;
        }

        var known = Course(run.Id) ?? new ErrorCourse(0, [], [], run.Errors);
        var next = known.Next;
        List<(double, double)> goodness = [.. known.Goodness];
        List<(double, double)> softmax = [.. known.Softmax];
        IReadOnlyList<MetricPoint> points;
        do
        {
            points = await runs.MetricsAsync(run.Id, next, Page, cancellation);
            foreach (var point in points)
            {
                Add(goodness, point, MetricNames.ValidationGoodness);
                Add(softmax, point, MetricNames.ValidationSoftmax);
                next = point.Sequence + 1;
            }
        }
        while (points.Count == Page);
        _known[run.Id] = new ErrorCourse(next, goodness, softmax, run.Errors);
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
/// <param name="Seen">The newest errors when they were read.</param>
public sealed record ErrorCourse(
    long Next, IReadOnlyList<(double Epoch, double Error)> Goodness, IReadOnlyList<(double Epoch, double Error)> Softmax, RunErrors Seen)
{
    /// <summary>The course to draw: by goodness where there is one, else by softmax.</summary>
    public IReadOnlyList<(double Epoch, double Error)> Main => Goodness.Count > 0 ? Goodness : Softmax;
}
