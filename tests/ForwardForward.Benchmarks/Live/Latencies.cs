using System.Diagnostics;

namespace ForwardForward.Benchmarks.Live;

/// <summary>How long something took, many times over.</summary>
internal sealed class Latencies
{
    private readonly List<double> _milliseconds = [];

    /// <summary>Does it once and notes the time.</summary>
    public async Task MeasureAsync(Func<Task> act)
    {
        var started = Stopwatch.GetTimestamp();
        await act();
        _milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    /// <summary>Milliseconds that this share of the times stayed within (nearest rank).</summary>
    public double Quantile(double share)
    {
        var sorted = _milliseconds.Order().ToArray();
        return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }

    /// <summary>In words.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"p50 {Quantile(0.5):F1} ms, p99 {Quantile(0.99):F1} ms, largest {Quantile(1):F1} ms ({_milliseconds.Count} times)");
}
