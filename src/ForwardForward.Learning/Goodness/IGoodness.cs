using ForwardForward.Learning.Strategies;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Learning.Goodness;

/// <summary>One number a row that a layer makes high for positive data and low for negative data (paper, section 2).</summary>
public interface IGoodness : IStrategy
{
    /// <summary>Constant factor of the derivative that <see cref="Differentiate"/> leaves out; it lives in the learning rate.</summary>
    float DroppedFactor { get; }

    /// <summary>Whether the derivative is zero where the activity is, so that a rectifier needs no gate of its own.</summary>
    bool DerivativeVanishesAtZero { get; }

    /// <summary>The goodness at which a layer is undecided, from the recipe's (positive) threshold per unit.</summary>
    float Threshold(float perUnit, int units);

    /// <summary>Goodness of every row, before normalisation: <c>[rows, units] -> [rows]</c>.</summary>
    void Measure(Workers workers, MatrixView activities, Span<float> goodness);

    /// <summary>
    /// <c>dy = slope * dg/dy / DroppedFactor</c>, row by row: <c>[rows, units] -> [rows, units]</c>. A slope of zero makes a row of zeros.
    /// </summary>
    /// <param name="workers">The threads that share the work.</param>
    /// <param name="activities">Activities before normalisation, <c>[rows, units]</c>.</param>
    /// <param name="slopes">By how much each row's goodness should rise, <c>[rows]</c>.</param>
    /// <param name="dy">Destination, <c>[rows, units]</c>.</param>
    void Differentiate(Workers workers, MatrixView activities, ReadOnlySpan<float> slopes, MatrixView dy);
}
