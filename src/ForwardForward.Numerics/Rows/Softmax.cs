using System.Numerics.Tensors;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Numerics.Rows;

/// <summary>
/// Softmax of rows that subtracts the largest value first, so that logits of hundreds neither overflow nor vanish
/// (<c>TensorPrimitives.SoftMax</c> does not, and gives NaN at 100).
/// </summary>
/// <remarks>A row with NaN or +infinity gives NaN throughout; -infinity has probability 0. Source and destination may be the same.</remarks>
public static class Softmax
{
    /// <summary><c>p_ij = exp(x_ij - max_i) / sum_k exp(x_ik - max_i)</c>, <c>[batch, labels]</c>.</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static void Rows(MatrixView logits, MatrixView probabilities)
    {
        Shapes.Check(probabilities, nameof(probabilities), logits.Rows, logits.Columns);
        for (var row = 0; row < logits.Rows && logits.Columns > 0; row++)
        {
            Row(logits.Row(row), probabilities.Row(row));
        }
    }

    /// <summary>Softmax of one row, <c>[labels]</c>; an empty one stays empty.</summary>
    /// <exception cref="ArgumentException">The destination is shorter.</exception>
    public static void Row(ReadOnlySpan<float> logits, Span<float> probabilities)
    {
        if (logits.IsEmpty)
        {
            return;
        }

        probabilities = probabilities[..logits.Length];
        TensorPrimitives.Subtract(logits, TensorPrimitives.Max(logits), probabilities);
        TensorPrimitives.Exp(probabilities, probabilities);
        var sum = 0f;
        foreach (var value in probabilities)
        {
            sum += value;
        }

        TensorPrimitives.Multiply(probabilities, 1 / sum, probabilities);
    }

    /// <summary>Logarithms of the softmax of one row, <c>[labels]</c>; an empty one stays empty.</summary>
    /// <exception cref="ArgumentException">The destination is shorter.</exception>
    public static void LogRow(ReadOnlySpan<float> logits, Span<float> logarithms)
    {
        if (logits.IsEmpty)
        {
            return;
        }

        var largest = TensorPrimitives.Max(logits);
        var sum = 0f;
        foreach (var value in logits)
        {
            sum += MathF.Exp(value - largest);
        }

        TensorPrimitives.Subtract(logits, largest + MathF.Log(sum), logarithms[..logits.Length]);
    }
}
