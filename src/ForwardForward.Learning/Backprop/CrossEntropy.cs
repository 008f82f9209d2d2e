using System.Numerics.Tensors;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Rows;

namespace ForwardForward.Learning.Backprop;

/// <summary>
/// Softmax cross-entropy of a batch of logits, with label smoothing (Szegedy et al. 2016): the target is <c>t = (1 - s) onehot + s / labels</c>,
/// the loss <c>-sum_j t_j log p_j</c>, its derivative towards where it falls <c>t - p</c>.
/// </summary>
internal static class CrossEntropy
{
    /// <summary>Mean loss in nats and the share of rows whose likeliest label is wrong; NaN among the logits gives a loss of NaN.</summary>
    /// <param name="logits">Logits, <c>[rows, labels]</c>.</param>
    /// <param name="labels">True labels, <c>[rows]</c>.</param>
    /// <param name="smoothing">Share of the target that goes to all labels alike.</param>
    /// <param name="derivative">Destination, <c>[rows, labels]</c>.</param>
    public static (float Loss, float Error) Evaluate(MatrixView logits, ReadOnlySpan<byte> labels, float smoothing, MatrixView derivative)
    {
        var (loss, errors) = (0.0, 0);
        for (var row = 0; row < logits.Rows; row++)
        {
            var values = derivative.Row(row);
            errors += TensorPrimitives.IndexOfMax<float>(logits.Row(row)) == labels[row] ? 0 : 1;
            Softmax.LogRow(logits.Row(row), values);
            loss -= ((1 - smoothing) * values[labels[row]]) + (smoothing * TensorPrimitives.Sum<float>(values) / values.Length);
            TensorPrimitives.Exp(values, values);
            TensorPrimitives.Subtract(smoothing / values.Length, values, values);
            values[labels[row]] += 1 - smoothing;
        }

        return ((float)(loss / logits.Rows), (float)errors / logits.Rows);
    }
}
