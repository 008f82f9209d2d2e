using ForwardForward.Runs;

namespace ForwardForward.Web.ViewModels.Curves;

/// <summary>The metrics of one run as bounded curves by name. Written by the task that reads the feed, read by the page: safe for both.</summary>
/// <param name="capacity">Buckets that a curve may have.</param>
public sealed class MetricHistory(int capacity = 1000)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Curve> _curves = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _next = new(StringComparer.Ordinal);

    /// <summary>The sequence number that a feed should go on from.</summary>
    /// <param name="prefix">What its metrics are called by, where several runs share a history.</param>
    public long Next(string prefix = "")
    {
        lock (_lock)
        {
            return _next.GetValueOrDefault(prefix);
        }
    }

    /// <summary>Takes over a point; one that was already taken is left out, so reading again after a break does no harm.</summary>
    /// <param name="point">The point.</param>
    /// <param name="prefix">Put before the names of its metrics, where several runs share a history.</param>
    public void Add(MetricPoint point, string prefix = "")
    {
        lock (_lock)
        {
            if (point.Sequence < _next.GetValueOrDefault(prefix))
            {
                return;
            }

            _next[prefix] = point.Sequence + 1;
            foreach (var (name, value) in point.Values)
            {
                if (!_curves.TryGetValue(prefix + name, out var curve))
                {
                    _curves[prefix + name] = curve = new Curve(capacity);
                }

                curve.Add(point.Epoch, value, point.Step, point.Seconds);
            }
        }
    }

    /// <summary>The newest value of a metric; null before the first.</summary>
    public double? Newest(string name)
    {
        lock (_lock)
        {
            return _curves.GetValueOrDefault(name)?.Last?.Mean;
        }
    }

    /// <summary>The newest value of a metric up to an epoch; null before the first.</summary>
    public double? At(string name, double epoch)
    {
        lock (_lock)
        {
            return _curves.TryGetValue(name, out var curve) ? At(curve, epoch) : null;
        }
    }

    /// <summary>What a reader has not seen of some curves, as bytes for a chart; null when that is nothing.</summary>
    public byte[]? Take(CurveReader reader)
    {
        lock (_lock)
        {
            return reader.Take(_curves);
        }
    }

    /// <summary>At most <paramref name="rows"/> rows (the newest last) of some metrics, where the first of them has a value: a chart as a table.</summary>
    public IReadOnlyList<CurveTableRow> Table(IReadOnlyList<string> names, int rows)
    {
        lock (_lock)
        {
            var curves = names.Select(name => _curves.GetValueOrDefault(name)).ToArray();
            var longest = curves.OfType<Curve>().MaxBy(curve => curve.Count);
            if (longest is null)
            {
                return [];
            }

            var count = Math.Min(rows, longest.Count);
            return [.. Enumerable.Range(1, count).Select(i => Row(longest[(int)((long)longest.Count * i / count) - 1].X, curves))];
        }
    }

    private static CurveTableRow Row(double epoch, Curve?[] curves) => new(epoch, [.. curves.Select(curve => curve is null ? null : At(curve, epoch))]);

    private static double? At(Curve curve, double epoch)
    {
        double? value = null;
        for (var i = 0; i < curve.Count && curve[i].X <= epoch + 1e-9; i++)
        {
            value = curve[i].Mean;
        }

        return value;
    }
}

/// <summary>One row of a chart's table.</summary>
/// <param name="Epoch">Position in epochs.</param>
/// <param name="Values">The newest value of every column up to there; null where there is none yet.</param>
public sealed record CurveTableRow(double Epoch, IReadOnlyList<double?> Values);
