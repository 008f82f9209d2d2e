using ForwardForward.Numerics;
using ForwardForward.Numerics.Rows;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Learning.Goodness;

/// <summary><c>g = sum_j y_j^2</c>: the paper's goodness (section 2). The derivative's factor 2 is left out.</summary>
public sealed class SumOfSquares : IGoodness
{
    /// <inheritdoc/>
    public string Name => "sum-of-squares";

    /// <inheritdoc/>
    public string Explanation => "Positive data gets much activity: the sum of the squared activities is high.";

    /// <inheritdoc/>
    public float DroppedFactor => 2;

    /// <inheritdoc/>
    public bool DerivativeVanishesAtZero => true;

    /// <inheritdoc/>
    public float Threshold(float perUnit, int units) => perUnit * units;

    /// <inheritdoc/>
    public void Measure(Workers workers, MatrixView activities, Span<float> goodness) =>
        RowKernels.SumOfSquares(workers, activities, goodness);

    /// <inheritdoc/>
    public void Differentiate(Workers workers, MatrixView activities, ReadOnlySpan<float> slopes, MatrixView dy) =>
        RowKernels.Scale(workers, activities, slopes, dy);
}
