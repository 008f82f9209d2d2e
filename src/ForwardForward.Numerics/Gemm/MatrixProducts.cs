#pragma warning disable CA1822
using System.Numerics.Tensors;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Numerics.Gemm;

/// <summary>
/// The products of Forward-Forward and of backpropagation. Every output element is one chain of fused multiply-adds in the order of
/// the inner index, so the result does not depend on the number of workers.
/// </summary>
/// <param name="workers">The threads that share the work; the caller owns them.</param>
public sealed class MatrixProducts(Workers workers) : IDisposable
{
    /// <summary>The threads that share the work.</summary>
    public Workers Workers { get; } = workers;

    /// <summary><c>y = epilogue(x w + bias)</c>: <c>[batch, in] [in, out] -> [batch, out]</c>; an empty bias counts as zero.</summary>
    public void Forward(MatrixView x, WeightMatrix w, ReadOnlySpan<float> bias, ForwardEpilogue epilogue, MatrixView y)
    {
        for (var row = 0; row < x.Rows; row++)
        {
            var source = x.Row(row);
            var destination = y.Row(row);
            destination.Clear();
            for (var k = 0; k < source.Length; k++)
            {
                if (source[k] != 0)
                {
                    TensorPrimitives.FusedMultiplyAdd(w.Storage.Row(k), source[k], destination, destination);
                }
            }

            if (!bias.IsEmpty)
            {
                TensorPrimitives.Add(destination, bias, destination);
            }

            if (epilogue == ForwardEpilogue.Relu)
            {
                TensorPrimitives.Max(destination, 0f, destination);
            }
        }
    }

    /// <summary><c>dw = x^T dz</c>: <c>[batch, in]^T [batch, out] -> [in, out]</c>.</summary>
    public void WeightGradient(MatrixView x, MatrixView dz, MatrixView dw)
    {
        dw.Fill(0);
        for (var row = 0; row < x.Rows; row++)
        {
            var source = x.Row(row);
            for (var k = 0; k < source.Length; k++)
            {
                if (source[k] != 0)
                {
                    TensorPrimitives.FusedMultiplyAdd(dz.Row(row), source[k], dw.Row(k), dw.Row(k));
                }
            }
        }
    }

    /// <summary>
    /// The gradient <c>x^T dz</c> goes straight into velocity and weights, without being stored: see <see cref="SmoothedUpdate"/>.
    /// </summary>
    public void WeightUpdate(MatrixView x, MatrixView dz, in SmoothedUpdate update, WeightMatrix velocity, WeightMatrix w)
    {
        using var gradient = new Matrix(w.Inputs, w.Outputs);
        WeightGradient(x, dz, gradient);
        var v = velocity.Storage.Values;
        var weights = w.Storage.Values;
        for (var i = 0; i < v.Length; i++)
        {
            v[i] = (update.Smoothing * v[i]) + ((1 - update.Smoothing) * update.GradientScale * gradient.Values[i]);
            weights[i] += update.LearningRate * (v[i] - (update.WeightDecay * weights[i]));
        }
    }

    /// <summary><c>dx = dz w^T</c>: <c>[batch, out] [in, out]^T -> [batch, in]</c>.</summary>
    public void InputGradient(MatrixView dz, WeightMatrix w, MatrixView dx)
    {
        for (var row = 0; row < dz.Rows; row++)
        {
            for (var k = 0; k < w.Inputs; k++)
            {
                dx[row, k] = TensorPrimitives.Dot<float>(dz.Row(row), w.Storage.Row(k));
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
