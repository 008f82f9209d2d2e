namespace ForwardForward.Learning.Models;

/// <summary>What the network makes of one image.</summary>
/// <param name="Label">The verdict: by goodness where the network has it, else by softmax.</param>
/// <param name="Goodness">For each label the goodness added up over the scoring layers (all hidden layers but the first); empty where the network has no such procedure.</param>
/// <param name="Softmax">For each label the probability by the one-pass softmax; empty where there is none.</param>
/// <param name="Layers">Per hidden layer, bottom first, the goodness of each label, <c>[layers][labels]</c>.</param>
public sealed record Classification(int Label, float[] Goodness, float[] Softmax, float[][] Layers)
{
    /// <summary>
    /// For a network that settles over several iterations the goodness of each label after every one of them, added up over the scoring
    /// layers, <c>[iterations][labels]</c>; empty for any other.
    /// </summary>
    public float[][] Iterations { get; init; } = [];
}
