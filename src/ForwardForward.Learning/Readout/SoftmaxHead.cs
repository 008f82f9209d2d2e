using System.Numerics.Tensors;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Learning.Readout;

/// <summary>
/// A linear softmax on the normalised activities of some hidden layers (paper, section 3.3). Its gradient never enters the hidden
/// layers. A second one of the same shape serves as velocity. Weights and biases start at zero.
/// </summary>
/// <param name="units">Units of every layer that it reads.</param>
/// <param name="labels">Labels.</param>
public sealed class SoftmaxHead(IReadOnlyList<int> units, int labels) : IDisposable
{
    /// <summary>Labels.</summary>
    public int Labels { get; } = labels;

    /// <summary>Weights for every layer that it reads, <c>[units, labels]</c>.</summary>
    public IReadOnlyList<WeightMatrix> Weights { get; } = [.. units.Select(count => new WeightMatrix(count, labels))];

    /// <summary>Biases, <c>[labels]</c>.</summary>
    public float[] Biases { get; } = new float[labels];

    /// <summary>Weights in all.</summary>
    public long Connections => Weights.Sum(weights => (long)weights.Inputs * weights.Outputs);

    /// <summary>
    /// Adds what one layer says: <c>logits += h W</c>; the first layer (index 0) sets <c>logits = h W + b</c>.
    /// </summary>
    /// <param name="products">Does the product.</param>
    /// <param name="index">Which of the layers that it reads.</param>
    /// <param name="normalised">The layer's normalised activities, <c>[rows, units]</c>.</param>
    /// <param name="scratch">Room for one product, <c>[rows, labels]</c>.</param>
    /// <param name="logits">Destination, <c>[rows, labels]</c>.</param>
    public void Accumulate(MatrixProducts products, int index, MatrixView normalised, MatrixView scratch, MatrixView logits)
    {
        if (index == 0)
        {
            products.Forward(normalised, Weights[0], Biases, ForwardEpilogue.Linear, logits);
            return;
        }

        products.Forward(normalised, Weights[index], [], ForwardEpilogue.Linear, scratch);
        for (var row = 0; row < logits.Rows; row++)
        {
            TensorPrimitives.Add(logits.Row(row), scratch.Row(row), logits.Row(row));
        }
    }

    /// <summary>Takes over the values of another head of the same shape.</summary>
    public void CopyFrom(SoftmaxHead other)
    {
        for (var i = 0; i < Weights.Count; i++)
        {
            Weights[i].CopyFrom(other.Weights[i]);
        }

        other.Biases.CopyTo(Biases, 0);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var weights in Weights)
        {
            weights.Dispose();
        }
    }
}
