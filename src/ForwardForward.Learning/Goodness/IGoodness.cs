using ForwardForward.Learning.Strategies;
using ForwardForward.Numerics;

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
    void Measure(MatrixView activities, Span<float> goodness);

    /// <summary>
    /// <c>dy[k] = slopes[rows[k]] * dg/dy(activities[rows[k]]) / DroppedFactor</c>: <c>[batch, units] -> [rows.Length, units]</c>.
    /// </summary>
    /// <param name="activities">Activities before normalisation, <c>[batch, units]</c>.</param>
    /// <param name="slopes">By how much each row's goodness should rise, <c>[batch]</c>.</param>
    /// <param name="rows">Which rows are wanted.</param>
    /// <param name="dy">Destination, at least <c>[rows.Length, units]</c>.</param>
    void Differentiate(MatrixView activities, ReadOnlySpan<float> slopes, ReadOnlySpan<int> rows, MatrixView dy);
}
