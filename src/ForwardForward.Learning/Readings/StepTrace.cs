namespace ForwardForward.Learning.Readings;

/// <summary>What happened to one pair of the last batch, layer by layer: forward passes, goodness, and the update that followed.</summary>
/// <param name="Step">The mini-batch, counted from 1.</param>
/// <param name="Pair">Which pair, from 0.</param>
/// <param name="Pairs">How many the batch has.</param>
/// <param name="LearningRate">The learning rate of the step.</param>
/// <param name="Example">The two pictures.</param>
/// <param name="Layers">The hidden layers, bottom first.</param>
public sealed record StepTrace(long Step, int Pair, int Pairs, float LearningRate, ExamplePair Example, IReadOnlyList<LayerTrace> Layers);

/// <summary>One layer's part.</summary>
/// <param name="Threshold">The goodness at which the layer is undecided; 0 where its loss has none.</param>
/// <param name="Positive">What it did with the positive row.</param>
/// <param name="Negative">What it did with the negative row.</param>
/// <param name="Unit">The unit whose input the pair wants to change most.</param>
/// <param name="Before">The weights of that unit before the update, <c>[inputs]</c>.</param>
/// <param name="After">Its weights after it.</param>
public sealed record LayerTrace(float Threshold, RowTrace Positive, RowTrace Negative, int Unit, float[] Before, float[] After);

/// <summary>One row in one layer.</summary>
/// <param name="Activities">Activities before normalisation, <c>[units]</c>.</param>
/// <param name="Rms">Their root mean square, which the normalised activities are divided by.</param>
/// <param name="Goodness">Goodness in the batch.</param>
/// <param name="Probability">Probability of being positive that the layer gave.</param>
/// <param name="GoodnessAfter">Goodness of the same input with the weights after the update.</param>
public sealed record RowTrace(float[] Activities, float Rms, float Goodness, float Probability, float GoodnessAfter);
