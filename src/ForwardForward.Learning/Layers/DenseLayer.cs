using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Learning.Layers;

/// <summary>Weights <c>[inputs, units]</c> and biases <c>[units]</c> of one layer. A second one of the same shape serves as velocity.</summary>
/// <param name="inputs">Values that come in.</param>
/// <param name="units">Units.</param>
public sealed class DenseLayer(int inputs, int units) : IDisposable
{
    /// <summary>Values that come in.</summary>
    public int Inputs { get; } = inputs;

    /// <summary>Units.</summary>
    public int Units { get; } = units;

    /// <summary>Weights, <c>[inputs, units]</c>.</summary>
    public WeightMatrix Weights { get; } = new(inputs, units);

    /// <summary>Biases, <c>[units]</c>.</summary>
    public float[] Biases { get; } = new float[units];

    /// <summary>Draws weights from <c>N(0, 1) / sqrt(inputs)</c> and sets the biases to zero.</summary>
    public void Initialise(RandomStream random)
    {
        using var values = new Matrix(Inputs, Units);
        InitialWeights.Draw(values, Inputs, random);
        Weights.CopyFrom(values);
        Array.Clear(Biases);
    }

    /// <summary><c>z = epilogue(x W + b)</c>: <c>[rows, inputs] -> [rows, units]</c>.</summary>
    public void Forward(MatrixProducts products, MatrixView x, ForwardEpilogue epilogue, MatrixView z) =>
        products.Forward(x, Weights, Biases, epilogue, z);

    /// <summary>Takes over the values of another layer of the same shape.</summary>
    public void CopyFrom(DenseLayer other)
    {
        Weights.CopyFrom(other.Weights);
        other.Biases.CopyTo(Biases, 0);
    }

    /// <inheritdoc/>
    public void Dispose() => Weights.Dispose();
}
