namespace ForwardForward.Numerics;

/// <summary>
/// Weights <c>[inputs, outputs]</c> of one layer (or a matrix that walks beside them, such as their velocity), kept in the layout
/// that the products like best. Everything outside Numerics reads and writes them row-major through the copies below.
/// </summary>
public sealed class WeightMatrix : IDisposable
{
    /// <summary>Allocates zero weights <c>[inputs, outputs]</c>.</summary>
    public WeightMatrix(int inputs, int outputs) => Storage = new Matrix(inputs, outputs);

    /// <summary>Number of inputs: rows of the row-major form.</summary>
    public int Inputs => Storage.Rows;

    /// <summary>Number of outputs (units): columns of the row-major form.</summary>
    public int Outputs => Storage.Columns;

    internal Matrix Storage { get; }

    /// <summary>Takes row-major values <c>[inputs, outputs]</c>.</summary>
    public void CopyFrom(MatrixView rowMajor) => rowMajor.CopyTo(Storage);

    /// <summary>Takes the values of other weights of the same shape.</summary>
    public void CopyFrom(WeightMatrix other) => other.Storage.View.CopyTo(Storage);

    /// <summary>Writes row-major values <c>[inputs, outputs]</c>.</summary>
    public void CopyTo(MatrixView rowMajor) => Storage.View.CopyTo(rowMajor);

    /// <summary>Writes the incoming weights of one unit, <c>[inputs]</c>: its receptive field.</summary>
    public void CopyUnitTo(int unit, Span<float> destination)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)unit, (uint)Outputs, nameof(unit));
        for (var input = 0; input < Inputs; input++)
        {
            destination[input] = Storage[input, unit];
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Storage.Dispose();
}
