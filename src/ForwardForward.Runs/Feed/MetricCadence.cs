namespace ForwardForward.Runs.Feed;

/// <summary>
/// After which steps a reading is kept. It depends on the schedule alone, never on a clock, so that a resumed run has the history of an
/// uninterrupted one; at most 100 readings an epoch and about 10,000 a run keep it bounded.
/// </summary>
internal readonly record struct MetricCadence
{
    private const int ReadingsPerEpoch = 100;
    private const int ReadingsPerRun = 10_000;
    private readonly int _stepsPerEpoch;
    private readonly int _every;

    /// <summary>The cadence of a schedule.</summary>
    public MetricCadence(int stepsPerEpoch, int epochs)
    {
        _stepsPerEpoch = stepsPerEpoch;
        var readings = Math.Clamp(ReadingsPerRun / Math.Max(1, epochs), 1, ReadingsPerEpoch);
        _every = Math.Max(1, (stepsPerEpoch + readings - 1) / readings);
    }

    /// <summary>Whether the reading after <paramref name="step"/> mini-batches is kept: evenly spaced ones, and the last of every epoch.</summary>
    public bool IsDue(long step)
    {
        var inEpoch = step % _stepsPerEpoch;
        return inEpoch == 0 || inEpoch % _every == 0;
    }
}
