using System.Numerics.Tensors;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Learning.Activations;

/// <summary>
/// <c>y = log(1 + z^2)</c>: the negative logarithm of the density of Student's t-distribution with one degree of freedom, but for its
/// constant; <c>dy/dz = 2 z / (1 + z^2)</c>. The paper names it as another thing for a unit to say (section 6): a unit whose input is far
/// from zero reports a surprise.
/// </summary>
public sealed class StudentT : IActivation
{
    /// <inheritdoc/>
    public string Name => "student-t";

    /// <inheritdoc/>
    public string Explanation => "How surprising the input is under a t-distribution: silent at zero, slowly louder on both sides.";

    /// <inheritdoc/>
    public ForwardEpilogue Epilogue => ForwardEpilogue.Linear;

    /// <inheritdoc/>
    public bool IsRectifier => false;

    /// <inheritdoc/>
    public bool NeedsTotalInput => true;

    /// <inheritdoc/>
    public void Apply(MatrixView totalInput, MatrixView activities)
    {
        for (var row = 0; row < activities.Rows; row++)
        {
            var y = activities.Row(row);
            TensorPrimitives.Multiply(totalInput.Row(row), totalInput.Row(row), y);
            TensorPrimitives.LogP1<float>(y, y);
        }
    }

    /// <inheritdoc/>
    public void Differentiate(MatrixView totalInput, MatrixView activities, MatrixView dy)
    {
        for (var row = 0; row < dy.Rows; row++)
        {
            var z = totalInput.Row(row);
            var derivative = dy.Row(row);
            for (var unit = 0; unit < z.Length; unit++)
            {
                derivative[unit] *= 2 * z[unit] / (1 + (z[unit] * z[unit]));
            }
        }
    }
}
