using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Rows;

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
    public void Differentiate(MatrixView totalInput, MatrixView activities, MatrixView dy)
    {
        for (var row = 0; row < dy.Rows; row++)
        {
            Gates.Rectify(activities.Row(row), dy.Row(row));
        }
    }
}
