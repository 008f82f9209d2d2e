using ForwardForward.Runs;

namespace ForwardForward.Web.ViewModels.RunLists;

/// <summary>The lowest validation errors of runs, read off their histories; only what is new is read again.</summary>
/// <param name="runs">The runs.</param>
public sealed class BestErrors(IRunService runs)
{
    private const int Page = 10_000;
    private readonly Dictionary<string, (long Next, double? Goodness, double? Softmax, RunErrors Seen)> _known = [];

    /// <summary>The lowest known errors of a run in percent; null where none was counted.</summary>
    public (double? Goodness, double? Softmax) Of(string id) => _known.TryGetValue(id, out var best) ? (best.Goodness, best.Softmax) : (null, null);

    /// <summary>Reads on in the history of a run, if its errors have changed since.</summary>
    public async Task ReadAsync(RunSnapshot run, CancellationToken cancellation)
    {
        if (run.Errors is { ValidationGoodness: null, ValidationSoftmax: null } || (_known.TryGetValue(run.Id, out var known) && known.Seen == run.Errors))
        {
            return;
        }

        var (next, goodness, softmax, _) = _known.GetValueOrDefault(run.Id);
        IReadOnlyList<MetricPoint> points;
        do
        {
            points = await runs.MetricsAsync(run.Id, next, Page, cancellation);
            foreach (var point in points)
            {
                goodness = Lower(goodness, point, MetricNames.ValidationGoodness);
                softmax = Lower(softmax, point, MetricNames.ValidationSoftmax);
                next = point.Sequence + 1;
            }
        }
        while (points.Count == Page);
        _known[run.Id] = (next, goodness, softmax, run.Errors);
    }

    private static double? Lower(double? best, MetricPoint point, string name) =>
        point.Values.TryGetValue(name, out var value) && (best is null || value < best) ? value : best;
}
