namespace ForwardForward.Learning.Trainers;

/// <summary>Is told what a step does next. Learning knows no clock: who wants times brings one.</summary>
public interface IStepObserver
{
    /// <summary>The step begins with a phase, or goes over to it.</summary>
    /// <param name="phase">What is done from here on.</param>
    /// <param name="layer">For which hidden layer, counted from 0.</param>
    void Enter(StepPhase phase, int layer);
}
