namespace ForwardForward.Learning.Optimisation;

/// <summary>1 until half of the epochs E, then <c>(1 + 2 (E - e)) / E</c> in epoch e = 1..E: Hinton's released schedule.</summary>
public sealed class HalfConstantHalfLinear : ISchedule
{
    /// <inheritdoc/>
    public string Name => "half-constant-half-linear";

    /// <inheritdoc/>
    public string Explanation => "Full learning rate for half of the epochs, then down in equal steps, epoch by epoch, towards zero.";

    /// <inheritdoc/>
    public float Gain(long step, int stepsPerEpoch, int epochs)
    {
        var epoch = (step / stepsPerEpoch) + 1;
        return 2 * epoch <= epochs ? 1 : Math.Min(1, (1 + (2f * (epochs - epoch))) / epochs);
    }
}
