using ForwardForward.Runs;
using ForwardForward.Web.Endpoints.Requests;
using MessagePack;

namespace ForwardForward.Web.Hubs.Messages;

/// <summary>One point of a run's history; sequence numbers go up by one, without gaps.</summary>
/// <param name="Sequence">Position in the history, from 0.</param>
/// <param name="Step">Mini-batches done.</param>
/// <param name="Epoch">Position in epochs, fractional.</param>
/// <param name="Seconds">Training seconds so far.</param>
/// <param name="Values">Named values; null where a value is no finite number.</param>
[MessagePackObject]
public sealed record MetricMessage(
    [property: Key("sequence")] long Sequence,
    [property: Key("step")] long Step,
    [property: Key("epoch")] double Epoch,
    [property: Key("seconds")] double Seconds,
    [property: Key("values")] Dictionary<string, double?> Values)
{
    /// <summary>The message for a point.</summary>
    public static MetricMessage From(MetricPoint point) => new(point.Sequence, point.Step, point.Epoch, point.Seconds, Finite.OrNull(point.Values));
}
