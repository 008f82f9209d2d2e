using System.Numerics.Tensors;
using ForwardForward.Numerics;

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
    public void Measure(MatrixView activities, Span<float> goodness)
    {
        for (var row = 0; row < activities.Rows; row++)
        {
            goodness[row] = -TensorPrimitives.SumOfSquares<float>(activities.Row(row));
        }
    }

    /// <inheritdoc/>
    public void Differentiate(MatrixView activities, ReadOnlySpan<float> slopes, MatrixView dy)
    {
        for (var row = 0; row < activities.Rows; row++)
        {
            TensorPrimitives.Multiply(activities.Row(row), -slopes[row], dy.Row(row));
        }
    }
}
