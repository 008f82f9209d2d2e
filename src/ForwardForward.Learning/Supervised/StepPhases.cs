using ForwardForward.Learning.Trainers;

namespace ForwardForward.Learning.Supervised;

/// <summary>Where the parts of a trainer say what they do next.</summary>
internal sealed class StepPhases
{
    public IStepObserver? Observer { get; set; }

    public void Enter(StepPhase phase, int layer = 0) => Observer?.Enter(phase, layer);
}
