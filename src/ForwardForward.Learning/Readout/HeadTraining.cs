using System.Numerics.Tensors;
using ForwardForward.Learning.Layers;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Rows;

namespace ForwardForward.Learning.Readout;

/// <summary>Forward and update of the softmax head on the rows of a batch that show no label.</summary>
internal sealed class HeadTraining(SoftmaxHead weights, SoftmaxHead velocity, MatrixProducts products, int batch) : IDisposable
{
    private readonly Matrix _logits = new(batch, weights.Labels);
    private readonly Matrix _scratch = new(batch, weights.Labels);
    private readonly float[] _biasGradient = new float[weights.Labels];

    /// <summary>Probability of every label, <c>[batch, labels]</c>; after <see cref="Differentiate"/> its derivative by the logits.</summary>
    public MatrixView Probabilities => _logits.View;

    /// <summary>Takes in the rows of one of the layers that the head reads.</summary>
    public void Accumulate(int index, MatrixView normalised) => weights.Accumulate(products, index, normalised, _scratch, _logits);

    /// <summary>Turns what was taken in into probabilities.</summary>
    public void Predict() => Softmax.Rows(_logits, _logits);

    /// <summary>Mean cross-entropy in nats, and the share of rows whose likeliest label is wrong.</summary>
    public (float Loss, float Error) Measure(ReadOnlySpan<byte> labels)
    {
        double loss = 0;
        var errors = 0;
        for (var row = 0; row < batch; row++)
        {
            var probabilities = _logits.Row(row);
            loss -= Math.Log(Math.Max(probabilities[labels[row]], float.Epsilon));
            errors += TensorPrimitives.IndexOfMax<float>(probabilities) == labels[row] ? 0 : 1;
        }

        return ((float)(loss / batch), (float)errors / batch);
    }

    /// <summary><c>dz = target - p</c>; turns the probabilities into it.</summary>
    public void Differentiate(ReadOnlySpan<byte> labels)
    {
        for (var row = 0; row < batch; row++)
        {
            var values = _logits.Row(row);
            TensorPrimitives.Negate(values, values);
            values[labels[row]] += 1;
        }
    }

    /// <summary>Updates the weights for one layer, from the derivative.</summary>
    public void Learn(int index, MatrixView normalised, in SmoothedUpdate update) =>
        products.WeightUpdate(normalised, _logits, update, velocity.Weights[index], weights.Weights[index]);

    /// <summary>Updates the biases, from the derivative.</summary>
    public void LearnBiases(in SmoothedUpdate update)
    {
        RowKernels.ColumnSums(products.Workers, _logits, _biasGradient);
        RowMath.Update(_biasGradient, update with { WeightDecay = 0 }, velocity.Biases, weights.Biases);
    }

    public void Dispose()
    {
        _logits.Dispose();
        _scratch.Dispose();
    }
}
