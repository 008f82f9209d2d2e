using System.Numerics.Tensors;
using ForwardForward.Learning.Layers;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Random;
using ForwardForward.Numerics.Rows;

namespace ForwardForward.Learning.Backprop;

/// <summary>
/// Weights and biases of one layer with their velocity, and the optimiser: gradient descent with momentum, in the smoothed form that the
/// whole project uses (<see cref="SmoothedUpdate"/>). A learning rate of 0.1 here is one of 0.01 with classic momentum of 0.9.
/// </summary>
internal sealed class TrainedWeights(MatrixProducts products, int inputs, int units, bool learns) : IDisposable
{
    private readonly float[] _biasGradient = new float[units];

    public DenseLayer Weights { get; } = new(inputs, units);

    /// <summary>Null in a net that does not learn.</summary>
    public DenseLayer? Velocity { get; } = learns ? new DenseLayer(inputs, units) : null;

    /// <summary>Draws weights from <c>N(0, gain / inputs)</c>: gain 2 keeps the mean square of rectified layers (He et al. 2015), 1 that of linear ones.</summary>
    public void Initialise(RandomStream random, double gain)
    {
        using var values = new Matrix(inputs, units);
        InitialWeights.Draw(values, inputs, random);
        TensorPrimitives.Multiply(values.Values, (float)Math.Sqrt(gain), values.Values);
        Weights.Weights.CopyFrom(values);
        Array.Clear(Weights.Biases);
    }

    /// <summary>One step: <c>x [rows, inputs]</c>, <c>dz [rows, units]</c>.</summary>
    /// <exception cref="InvalidOperationException">The net was made without learning.</exception>
    public void Learn(MatrixView x, MatrixView dz, in SmoothedUpdate update)
    {
        var velocity = Velocity ?? throw new InvalidOperationException("This net only classifies.");
        RowKernels.ColumnSums(products.Workers, dz, _biasGradient);
        RowMath.Update(_biasGradient, update with { WeightDecay = 0 }, velocity.Biases, Weights.Biases);
        products.WeightUpdate(x, dz, update, velocity.Weights, Weights.Weights);
    }

    public void Dispose()
    {
        Weights.Dispose();
        Velocity?.Dispose();
    }
}
