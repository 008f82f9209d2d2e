using System.Numerics.Tensors;
using ForwardForward.Learning.Layers;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Rows;

namespace ForwardForward.Learning.Readout;

/// <summary>Forward and update of the softmax head on the rows of a batch that show no label.</summary>
/// <param name="weights">The head.</param>
/// <param name="velocity">Its smoothed gradient.</param>
/// <param name="products">Does the products.</param>
/// <param name="inputs">What the head reads of every layer, written anew by every step: <c>[batch, units]</c> each.</param>
internal sealed class HeadTraining(SoftmaxHead weights, SoftmaxHead velocity, MatrixProducts products, MatrixView[] inputs) : IDisposable
{
    private readonly Matrix _logits = new(inputs[0].Rows, weights.Labels);
    private readonly Matrix _scratch = new(inputs[0].Rows, weights.Labels);
    private readonly float[] _biasGradient = new float[weights.Labels];

    /// <summary>Probability of every label, <c>[batch, labels]</c>; after <see cref="Learn"/> its derivative by the logits.</summary>
    public MatrixView Probabilities => _logits.View;

    /// <summary>Makes the probabilities, and tells how good they are.</summary>
    /// <param name="labels">True labels, <c>[batch]</c>.</param>
    /// <param name="metrics">Destination: mean cross-entropy in nats, and the share of rows whose likeliest label is wrong.</param>
    public void Predict(ReadOnlySpan<byte> labels, Span<float> metrics)
    {
        for (var i = 0; i < inputs.Length; i++)
        {
            weights.Accumulate(products, i, inputs[i], _scratch, _logits);
        }

        Softmax.Rows(_logits, _logits);
        (metrics[0], metrics[1]) = Measure(labels);
    }

    /// <summary>Updates the head from what was predicted: <c>dz = target - p</c>.</summary>
    public void Learn(ReadOnlySpan<byte> labels, in SmoothedUpdate update)
    {
        Differentiate(labels);
        for (var i = 0; i < inputs.Length; i++)
        {
            products.WeightUpdate(inputs[i], _logits, update, velocity.Weights[i], weights.Weights[i]);
        }

        RowKernels.ColumnSums(products.Workers, _logits, _biasGradient);
        RowMath.Update(_biasGradient, update with { WeightDecay = 0 }, velocity.Biases, weights.Biases);
    }

    public void Dispose()
    {
        _logits.Dispose();
        _scratch.Dispose();
    }

    private (float Loss, float Error) Measure(ReadOnlySpan<byte> labels)
    {
        double loss = 0;
        var errors = 0;
        for (var row = 0; row < _logits.Rows; row++)
        {
            var probabilities = _logits.Row(row);
            loss -= Math.Log(Math.Max(probabilities[labels[row]], float.Epsilon));
            errors += TensorPrimitives.IndexOfMax<float>(probabilities) == labels[row] ? 0 : 1;
        }

        return ((float)(loss / _logits.Rows), (float)errors / _logits.Rows);
    }

    private void Differentiate(ReadOnlySpan<byte> labels)
    {
        for (var row = 0; row < _logits.Rows; row++)
        {
            var values = _logits.Row(row);
            TensorPrimitives.Negate(values, values);
            values[labels[row]] += 1;
        }
    }
}
