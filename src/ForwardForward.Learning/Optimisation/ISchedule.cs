using ForwardForward.Learning.Strategies;

namespace ForwardForward.Learning.Optimisation;

/// <summary>How the learning rates fall as training goes on.</summary>
public interface ISchedule : IStrategy
{
    /// <summary>Factor on every learning rate in one step, in [0, 1].</summary>
    /// <param name="step">The step, from 0.</param>
    /// <param name="stepsPerEpoch">Steps of one epoch.</param>
    /// <param name="epochs">Epochs in all.</param>
    float Gain(long step, int stepsPerEpoch, int epochs);
}
