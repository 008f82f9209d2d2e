using ForwardForward.Learning.Optimisation;

namespace ForwardForward.Learning.Trainers;

/// <summary>How long a trainer learns, how far it has come, and how much of its learning rates the schedule leaves.</summary>
/// <param name="schedule">How the learning rates fall.</param>
/// <param name="epochs">Passes over the training data.</param>
/// <param name="stepsPerEpoch">Mini-batches of one epoch.</param>
/// <param name="batchSize">Training examples that one step sees.</param>
public sealed class Course(ISchedule schedule, int epochs, int stepsPerEpoch, int batchSize)
{
    /// <summary>Training examples that one step sees.</summary>
    public int BatchSize { get; } = batchSize;

    /// <summary>Mini-batches of one epoch.</summary>
    public int StepsPerEpoch { get; } = stepsPerEpoch;

    /// <summary>Epochs of the whole schedule.</summary>
    public int Epochs { get; } = epochs;

    /// <summary>Mini-batches of the whole schedule.</summary>
    public long Steps => (long)Epochs * StepsPerEpoch;

    /// <summary>Mini-batches done so far, over all epochs.</summary>
    public long CompletedSteps { get; private set; }

    /// <summary>The schedule's gain on the learning rates in the step last begun, in [0, 1].</summary>
    public float Gain { get; private set; }

    /// <summary>Begins the next step.</summary>
    /// <exception cref="InvalidOperationException">The schedule is over.</exception>
    internal void Begin()
    {
        if (CompletedSteps >= Steps)
        {
            throw new InvalidOperationException($"The schedule of {Epochs} epochs of {StepsPerEpoch} steps is over.");
        }

        Gain = schedule.Gain(CompletedSteps, StepsPerEpoch, Epochs);
    }

    /// <summary>The step last begun is done.</summary>
    internal void Complete() => CompletedSteps++;

    /// <summary>Goes on from another point of the same schedule.</summary>
    internal void MoveTo(long completedSteps) => CompletedSteps = completedSteps;
}
