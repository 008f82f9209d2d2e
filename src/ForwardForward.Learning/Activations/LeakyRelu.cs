using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Learning.Activations;

/// <summary><c>y = z</c> above zero, <c>0.01 z</c> below: no unit is ever without a gradient.</summary>
public sealed class LeakyRelu : IActivation
{
    private const float Leak = 0.01f;

    /// <inheritdoc/>
    public string Name => "leaky-relu";

    /// <inheritdoc/>
    public string Explanation => "Rectified linear with a small slope (0.01) below zero.";

    /// <inheritdoc/>
    public ForwardEpilogue Epilogue => ForwardEpilogue.Linear;

    /// <inheritdoc/>
    public bool IsRectifier => false;

    /// <inheritdoc/>
    public bool NeedsTotalInput => false;

    /// <inheritdoc/>
    public void Apply(MatrixView totalInput, MatrixView activities)
    {
        for (var row = 0; row < activities.Rows; row++)
        {
            foreach (ref var y in activities.Row(row))
            {
                y = MathF.Max(y, Leak * y);
            }
        }
    }

    /// <inheritdoc/>
    public void Differentiate(MatrixView totalInput, MatrixView activities, MatrixView dy)
    {
        for (var row = 0; row < dy.Rows; row++)
        {
            var y = activities.Row(row);
            var derivative = dy.Row(row);
            for (var unit = 0; unit < y.Length; unit++)
            {
                derivative[unit] *= y[unit] > 0 ? 1 : Leak;
            }
        }
    }
}
