using ForwardForward.Learning.Trainers;

namespace ForwardForward.Runs.Loop;

/// <summary>A person's order to go one batch or to the end of the epoch, then to hold.</summary>
internal sealed class StepOrder(StepUnit unit)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long? _goal;

    /// <summary>Completes when the run holds or has ended.</summary>
    public Task Done => _done.Task;

    /// <summary>Mini-batches after which it is carried out, as seen from where it began.</summary>
    public long Goal(Course course) => _goal ??= unit == StepUnit.Batch
        ? course.CompletedSteps + 1
        : ((course.CompletedSteps / course.StepsPerEpoch) + 1) * course.StepsPerEpoch;

    /// <summary>It is over, however it went.</summary>
    public void Finish() => _done.TrySetResult();
}
