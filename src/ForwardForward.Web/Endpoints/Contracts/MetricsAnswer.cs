using ForwardForward.Runs;
using ForwardForward.Web.Endpoints.Requests;

namespace ForwardForward.Web.Endpoints.Contracts;

/// <summary>A stretch of a run's history.</summary>
/// <param name="RunId">The run.</param>
/// <param name="From">The sequence number that was asked for.</param>
/// <param name="Next">The sequence number to ask for next time.</param>
/// <param name="Points">The points, in order and without gaps.</param>
public sealed record MetricsAnswer(string RunId, long From, long Next, IReadOnlyList<MetricAnswer> Points);

/// <summary>One point of a run's history.</summary>
/// <param name="Sequence">Position in the history, from 0, without gaps.</param>
/// <param name="Step">Mini-batches done.</param>
/// <param name="Epoch">Position in epochs, fractional.</param>
/// <param name="Seconds">Training seconds so far.</param>
/// <param name="Values">Named values such as layer-1/positive-goodness or validation/goodness-error (percent); null where a value is no finite number.</param>
public sealed record MetricAnswer(long Sequence, long Step, double Epoch, double Seconds, IReadOnlyDictionary<string, double?> Values)
{
    /// <summary>The answer for a point.</summary>
    public static MetricAnswer From(MetricPoint point) => new(point.Sequence, point.Step, point.Epoch, point.Seconds, Finite.OrNull(point.Values));
}
