namespace ForwardForward.Learning.Optimisation;

/// <summary>1 throughout.</summary>
public sealed class ConstantRate : ISchedule
{
    /// <inheritdoc/>
    public string Name => "constant";

    /// <inheritdoc/>
    public string Explanation => "The same learning rate from beginning to end.";

    /// <inheritdoc/>
    public float Gain(long step, int stepsPerEpoch, int epochs) => 1;
}
