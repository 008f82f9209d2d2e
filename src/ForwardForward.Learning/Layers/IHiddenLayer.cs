using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Learning.Layers;

/// <summary>
/// Weights and biases of one hidden layer, whatever part of their input its units see. A second one of the same shape serves as velocity.
/// </summary>
public interface IHiddenLayer : IDisposable
{
    /// <summary>Values that come in.</summary>
    int Inputs { get; }

    /// <summary>Units.</summary>
    int Units { get; }

    /// <summary>Biases, <c>[units]</c>.</summary>
    float[] Biases { get; }

    /// <summary>Shape in which the weights are kept: rows.</summary>
    int WeightRows { get; }

    /// <summary>Shape in which the weights are kept: columns.</summary>
    int WeightColumns { get; }

    /// <summary>Weights in all: connections that exist.</summary>
    long Connections => (long)WeightRows * WeightColumns;

    /// <summary>Another layer of the same shape, all zeros.</summary>
    IHiddenLayer MakeEmpty();

    /// <summary>Draws weights from <c>N(0, 1) / sqrt(inputs that a unit sees)</c> and sets the biases to zero.</summary>
    void Initialise(RandomStream random);

    /// <summary><c>z = epilogue(x W + b)</c>: <c>[rows, inputs] -> [rows, units]</c>.</summary>
    void Forward(MatrixProducts products, MatrixView x, ForwardEpilogue epilogue, MatrixView z);

    /// <summary><c>z = x W</c>, without the biases: <c>[rows, inputs] -> [rows, units]</c>.</summary>
    void Multiply(MatrixProducts products, MatrixView x, MatrixView z);

    /// <summary>
    /// Updates the weights (not the biases) by the gradient <c>x^T dz + u v^T</c>, of which only what belongs to existing connections
    /// counts; u <c>[inputs]</c> and v <c>[units]</c> are both empty where there is no such term.
    /// </summary>
    /// <param name="products">Does the products.</param>
    /// <param name="x">Inputs, <c>[rows, inputs]</c>.</param>
    /// <param name="dz">Derivatives by total input, <c>[rows, units]</c>.</param>
    /// <param name="u">Inputs of the rank-one term.</param>
    /// <param name="v">Derivatives of the rank-one term.</param>
    /// <param name="update">Constants.</param>
    /// <param name="velocity">Layer of the same shape that holds the smoothed gradient.</param>
    void Learn(
        MatrixProducts products, MatrixView x, MatrixView dz, ReadOnlySpan<float> u, ReadOnlySpan<float> v, in SmoothedUpdate update, IHiddenLayer velocity);

    /// <summary><c>inputs = units W^T</c>: what a weighting of the units looks for in their input, <c>[rows, units] -> [rows, inputs]</c>.</summary>
    void Backproject(MatrixProducts products, MatrixView units, MatrixView inputs);

    /// <summary>Writes the incoming weights of one unit, zero where it sees nothing: <c>[inputs]</c>.</summary>
    void CopyUnitTo(int unit, Span<float> destination);

    /// <summary>
    /// The unit that viewers see at a position: in their own order where all see the same, else one location after the other, so that every row
    /// of pictures goes round the whole grid.
    /// </summary>
    int UnitShownAt(int position);

    /// <summary>Writes the weights, <c>[weight rows, weight columns]</c>.</summary>
    void GetWeights(MatrixView rowMajor);

    /// <summary>Takes the weights, <c>[weight rows, weight columns]</c>.</summary>
    void SetWeights(MatrixView rowMajor);

    /// <summary>Takes over the values of another layer of the same shape.</summary>
    void CopyFrom(IHiddenLayer other);
}
