using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Learning.Activations;

/// <summary><c>y = max(0, z)</c>, the paper's unit.</summary>
public sealed class Relu : IActivation
{
    /// <inheritdoc/>
    public string Name => "relu";

    /// <inheritdoc/>
    public string Explanation => "Rectified linear: silent below zero, its input above.";

    /// <inheritdoc/>
    public ForwardEpilogue Epilogue => ForwardEpilogue.Relu;

    /// <inheritdoc/>
    public bool IsRectifier => true;

    /// <inheritdoc/>
    public bool NeedsTotalInput => false;

    /// <inheritdoc/>
    public void Apply(MatrixView totalInput, MatrixView activities)
    {
        // The product's epilogue has done it.
    }

    /// <inheritdoc/>
    public void Differentiate(MatrixView totalInput, MatrixView activities, ReadOnlySpan<int> rows, MatrixView dy)
    {
        for (var k = 0; k < rows.Length; k++)
        {
            var y = activities.Row(rows[k]);
            var row = dy.Row(k);
            for (var unit = 0; unit < y.Length; unit++)
            {
                row[unit] = y[unit] > 0 ? row[unit] : 0;
            }
        }
    }
}
