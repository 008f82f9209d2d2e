using System.Numerics.Tensors;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Learning.Goodness;

/// <summary><c>g = sum_j y_j</c>: the unsquared variant that the paper mentions (section 2).</summary>
public sealed class SumOfActivities : IGoodness
{
    /// <inheritdoc/>
    public string Name => "sum-of-activities";

    /// <inheritdoc/>
    public string Explanation => "Positive data gets much activity, every active unit pulling equally hard.";

    /// <inheritdoc/>
    public float DroppedFactor => 1;

    /// <inheritdoc/>
    public bool DerivativeVanishesAtZero => false;

    /// <inheritdoc/>
    public float Threshold(float perUnit, int units) => perUnit * units;

    /// <inheritdoc/>
    public void Measure(Workers workers, MatrixView activities, Span<float> goodness)
    {
        for (var row = 0; row < activities.Rows; row++)
        {
            goodness[row] = TensorPrimitives.Sum<float>(activities.Row(row));
        }
    }

    /// <inheritdoc/>
    public void Differentiate(Workers workers, MatrixView activities, ReadOnlySpan<float> slopes, MatrixView dy)
    {
        for (var row = 0; row < activities.Rows; row++)
        {
            dy.Row(row).Fill(slopes[row]);
        }
    }
}
