using ForwardForward.Learning.Strategies;

namespace ForwardForward.Learning.Losses;

/// <summary>What one layer minimises, from the goodness of positive rows and of the negatives made for them.</summary>
public interface ILocalLoss : IStrategy
{
    /// <summary>Whether a threshold means anything to it.</summary>
    bool UsesThreshold { get; }

    /// <summary>Loss of every pair and by how much each goodness should rise (<c>-dL/dg</c>).</summary>
    /// <param name="positive">Goodness of the positive rows, <c>[pairs]</c>.</param>
    /// <param name="negative">Goodness of the negative rows, <c>[pairs]</c>.</param>
    /// <param name="threshold">The goodness at which the layer is undecided.</param>
    /// <param name="share">Weight of these pairs, one over the negatives of each positive.</param>
    /// <param name="positiveSlopes">The slopes of the positive rows are added here, <c>[pairs]</c>.</param>
    /// <param name="negativeSlopes">The slopes of the negative rows are written here, <c>[pairs]</c>.</param>
    /// <returns>Sums over the pairs, not weighted by the share.</returns>
    LossSums Evaluate(
        ReadOnlySpan<float> positive,
        ReadOnlySpan<float> negative,
        float threshold,
        float share,
        Span<float> positiveSlopes,
        Span<float> negativeSlopes);
}

/// <summary>Sums over pairs.</summary>
/// <param name="Loss">Loss in nats, both rows of every pair.</param>
/// <param name="PositiveProbability">Probability of being positive given to positive rows.</param>
/// <param name="NegativeProbability">Probability of being positive given to negative rows.</param>
public readonly record struct LossSums(double Loss, double PositiveProbability, double NegativeProbability);
