using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Learning.Layers;

/// <summary>Weights <c>[inputs, units]</c> and biases <c>[units]</c> of a layer whose units see all that comes in.</summary>
/// <param name="inputs">Values that come in.</param>
/// <param name="units">Units.</param>
public sealed class DenseLayer(int inputs, int units) : IHiddenLayer
{
    /// <inheritdoc/>
    public int Inputs { get; } = inputs;

    /// <inheritdoc/>
    public int Units { get; } = units;

    /// <summary>Weights, <c>[inputs, units]</c>.</summary>
    public WeightMatrix Weights { get; } = new(inputs, units);

    /// <inheritdoc/>
    public float[] Biases { get; } = new float[units];

    /// <inheritdoc/>
    public int WeightRows => Inputs;

    /// <inheritdoc/>
    public int WeightColumns => Units;

    /// <inheritdoc/>
    public IHiddenLayer MakeEmpty() => new DenseLayer(Inputs, Units);

    /// <inheritdoc/>
    public void Initialise(RandomStream random)
    {
        using var values = new Matrix(Inputs, Units);
        InitialWeights.Draw(values, Inputs, random);
        Weights.CopyFrom(values);
        Array.Clear(Biases);
    }

    /// <inheritdoc/>
    public void Forward(MatrixProducts products, MatrixView x, ForwardEpilogue epilogue, MatrixView z) =>
        products.Forward(x, Weights, Biases, epilogue, z);

    /// <inheritdoc/>
    public void Multiply(MatrixProducts products, MatrixView x, MatrixView z) => products.Forward(x, Weights, [], ForwardEpilogue.Linear, z);

    /// <inheritdoc/>
    public void Learn(
        MatrixProducts products, MatrixView x, MatrixView dz, ReadOnlySpan<float> u, ReadOnlySpan<float> v, in SmoothedUpdate update, IHiddenLayer velocity) =>
        products.WeightUpdate(x, dz, u, v, update, ((DenseLayer)velocity).Weights, Weights);

    /// <inheritdoc/>
    public void Backproject(MatrixProducts products, MatrixView units, MatrixView inputs) => products.InputGradient(units, Weights, inputs);

    /// <inheritdoc/>
    public void CopyUnitTo(int unit, Span<float> destination) => Weights.CopyUnitTo(unit, destination);

    /// <inheritdoc/>
    public int UnitShownAt(int position) => position;

    /// <inheritdoc/>
    public void GetWeights(MatrixView rowMajor) => Weights.CopyTo(rowMajor);

    /// <inheritdoc/>
    public void SetWeights(MatrixView rowMajor) => Weights.CopyFrom(rowMajor);

    /// <inheritdoc/>
    public void CopyFrom(IHiddenLayer other)
    {
        Weights.CopyFrom(((DenseLayer)other).Weights);
        other.Biases.CopyTo(Biases, 0);
    }

    /// <inheritdoc/>
    public void Dispose() => Weights.Dispose();
}
