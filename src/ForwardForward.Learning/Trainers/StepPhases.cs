namespace ForwardForward.Learning.Trainers;

/// <summary>Where the parts of a trainer say what they do next; it costs a look when nobody listens.</summary>
public sealed class StepPhases
{
    /// <summary>Is told of every phase; null, as at first, for nobody.</summary>
    public IStepObserver? Observer { get; set; }

    /// <summary>The step goes over to a phase.</summary>
    /// <param name="phase">What is done from here on.</param>
    /// <param name="layer">For which hidden layer, counted from 0.</param>
    public void Enter(StepPhase phase, int layer = 0) => Observer?.Enter(phase, layer);
}
