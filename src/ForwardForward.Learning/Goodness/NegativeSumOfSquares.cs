using System.Numerics.Tensors;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Rows;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Learning.Goodness;

/// <summary><c>g = -sum_j y_j^2</c> ("min ssq"): positive data gets low activity, negative data high. The derivative's factor 2 is left out.</summary>
public sealed class NegativeSumOfSquares : IGoodness
{
    /// <inheritdoc/>
    public string Name => "negative-sum-of-squares";

    /// <inheritdoc/>
    public string Explanation => "Positive data gets little activity: units speak up where something is wrong.";

    /// <inheritdoc/>
    public float DroppedFactor => 2;

    /// <inheritdoc/>
    public bool DerivativeVanishesAtZero => true;

    /// <inheritdoc/>
    public float Threshold(float perUnit, int units) => -perUnit * units;

    /// <inheritdoc/>
    public void Measure(Workers workers, MatrixView activities, Span<float> goodness)
    {
        RowKernels.SumOfSquares(workers, activities, goodness);
        TensorPrimitives.Negate(goodness, goodness);
    }

    /// <inheritdoc/>
    public void Differentiate(Workers workers, MatrixView activities, ReadOnlySpan<float> slopes, MatrixView dy)
    {
        RowKernels.Scale(workers, activities, slopes, dy);
        for (var row = 0; row < dy.Rows; row++)
        {
            TensorPrimitives.Negate(dy.Row(row), dy.Row(row));
        }
    }
}
