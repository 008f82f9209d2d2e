using ForwardForward.Learning.Strategies;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Learning.Negatives;

/// <summary>Chooses the wrong labels of negative rows, afresh for every batch. Never, whatever the rounding, the true one.</summary>
public interface INegativeLabels : IStrategy
{
    /// <summary>Negatives made for every positive.</summary>
    int PerPositive(int labelCount);

    /// <summary>Draws wrong labels.</summary>
    /// <param name="probabilities">What the neutral pass thinks of every label, <c>[batch, labels]</c>.</param>
    /// <param name="labels">The true labels, <c>[batch]</c>.</param>
    /// <param name="random">The only source of chance.</param>
    /// <param name="negatives">The wrong labels, block after block of a batch: <c>[PerPositive * batch]</c>.</param>
    /// <param name="chances">With what probability each was drawn, likewise.</param>
    void Draw(MatrixView probabilities, ReadOnlySpan<byte> labels, RandomStream random, Span<byte> negatives, Span<float> chances);
}
