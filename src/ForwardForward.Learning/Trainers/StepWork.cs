namespace ForwardForward.Learning.Trainers;

/// <summary>
/// The multiply-adds of one phase of a step: of its matrix products as if nothing were skipped for being zero and nothing computed once for
/// several rows. What is done value by value (activations, goodness, normalisation, updates) is left out: it is a small share.
/// </summary>
/// <param name="Phase">The phase.</param>
/// <param name="Layer">Hidden layer, from 0.</param>
/// <param name="MultiplyAdds">Multiply-adds of a whole batch.</param>
public readonly record struct StepWork(StepPhase Phase, int Layer, long MultiplyAdds);
