using ForwardForward.Numerics.Gemm.Kernels;

namespace ForwardForward.Numerics;

/// <summary>
/// Weights <c>[inputs, outputs]</c> of one layer (or a matrix that walks beside them, such as their velocity), kept in the layout
/// that the products like best. Everything outside Numerics reads and writes them row-major through the copies below.
/// </summary>
/// <remarks>The layout: panels of 32 outputs one after the other, <c>[panels, inputs, 32]</c>, the last one filled up with zeros.</remarks>
public sealed unsafe class WeightMatrix : IDisposable
{
    private readonly Matrix _panels;

    /// <summary>Allocates zero weights <c>[inputs, outputs]</c>.</summary>
    public WeightMatrix(int inputs, int outputs)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(inputs);
        ArgumentOutOfRangeException.ThrowIfNegative(outputs);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)inputs * Panel.CountFor(outputs) * Panel.Width, int.MaxValue, nameof(outputs));
        (Inputs, Outputs) = (inputs, outputs);
        _panels = new Matrix(Panel.CountFor(outputs) * inputs, Panel.Width);
    }

    /// <summary>Number of inputs: rows of the row-major form.</summary>
    public int Inputs { get; }

    /// <summary>Number of outputs (units): columns of the row-major form.</summary>
    public int Outputs { get; }

    internal float* Data => _panels.View.Data;

    internal nint PanelStride => (nint)Inputs * Panel.Width;

    /// <summary>Takes row-major values <c>[inputs, outputs]</c>.</summary>
    /// <exception cref="ArgumentException">The shape differs.</exception>
    public void CopyFrom(MatrixView rowMajor)
    {
        CheckShape(rowMajor.Rows, rowMajor.Columns, nameof(rowMajor));
        for (var panel = 0; panel < Panel.CountFor(Outputs); panel++)
        {
            var columns = Panel.ColumnsOf(panel, Outputs);
            for (var input = 0; input < Inputs; input++)
            {
                rowMajor.Row(input).Slice(panel * Panel.Width, columns).CopyTo(PanelRow(panel, input));
            }
        }
    }

    /// <summary>Takes the values of other weights of the same shape.</summary>
    /// <exception cref="ArgumentException">The shape differs.</exception>
    public void CopyFrom(WeightMatrix other)
    {
        CheckShape(other.Inputs, other.Outputs, nameof(other));
        other._panels.Values.CopyTo(_panels.Values);
    }

    /// <summary>Writes row-major values <c>[inputs, outputs]</c>.</summary>
    /// <exception cref="ArgumentException">The shape differs.</exception>
    public void CopyTo(MatrixView rowMajor)
    {
        CheckShape(rowMajor.Rows, rowMajor.Columns, nameof(rowMajor));
        for (var panel = 0; panel < Panel.CountFor(Outputs); panel++)
        {
            var columns = Panel.ColumnsOf(panel, Outputs);
            for (var input = 0; input < Inputs; input++)
            {
                PanelRow(panel, input)[..columns].CopyTo(rowMajor.Row(input)[(panel * Panel.Width)..]);
            }
        }
    }

    /// <summary>Writes the incoming weights of one unit, <c>[inputs]</c>: its receptive field.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such unit.</exception>
    /// <exception cref="ArgumentException">The destination is shorter than the number of inputs.</exception>
    public void CopyUnitTo(int unit, Span<float> destination)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)unit, (uint)Outputs, nameof(unit));
        if (destination.Length < Inputs)
        {
            throw new ArgumentException($"The destination has room for {destination.Length} values; the unit has {Inputs} inputs.", nameof(destination));
        }

        for (var input = 0; input < Inputs; input++)
        {
            destination[input] = PanelRow(unit / Panel.Width, input)[unit % Panel.Width];
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _panels.Dispose();

    private Span<float> PanelRow(int panel, int input) => _panels.Row((panel * Inputs) + input);

    private void CheckShape(int inputs, int outputs, string parameter)
    {
        if (inputs != Inputs || outputs != Outputs)
        {
            throw new ArgumentException($"The other matrix is [{inputs}, {outputs}]; the weights are [{Inputs}, {Outputs}].", parameter);
        }
    }
}
