namespace ForwardForward.Learning.Trainers;

/// <summary>A trainer whose steps can be watched phase by phase.</summary>
public interface IPhasedTrainer : ITrainer
{
    /// <summary>Is told of every phase; null, as at first, costs nothing but a look.</summary>
    IStepObserver? Observer { get; set; }
}
