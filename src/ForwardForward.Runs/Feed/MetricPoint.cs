namespace ForwardForward.Runs;

/// <summary>One entry of a run's append-only history. Sequence numbers go up by one, without gaps, from 0.</summary>
/// <param name="Sequence">Position in the history.</param>
/// <param name="Step">Mini-batches done.</param>
/// <param name="Epoch">Position in epochs, fractional.</param>
/// <param name="Seconds">Training seconds so far.</param>
/// <param name="Values">Named values such as <c>layer-1/positive-goodness</c>, <c>layer-1/pairwise-error</c>, <c>head/loss</c>, <c>validation/goodness-error</c> (percent).</param>
public sealed record MetricPoint(long Sequence, long Step, double Epoch, double Seconds, IReadOnlyDictionary<string, double> Values);
