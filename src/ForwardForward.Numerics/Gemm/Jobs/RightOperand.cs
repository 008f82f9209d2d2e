using System.Runtime.CompilerServices;
using ForwardForward.Numerics.Gemm.Kernels;

namespace ForwardForward.Numerics.Gemm.Jobs;

/// <summary>The right operand of a product: panels that lie ready, or weights whose transpose is packed block by block.</summary>
internal readonly unsafe struct RightOperand
{
    private readonly float* _panels;
    private readonly nint _panelStride;
    private readonly int _inputs;

    private RightOperand(float* panels, nint panelStride, int inputs, bool isTransposed)
    {
        _panels = panels;
        (_panelStride, _inputs, IsTransposed) = (panelStride, inputs, isTransposed);
    }

    /// <summary>Whether <see cref="Block"/> needs room to pack into.</summary>
    public bool IsTransposed { get; }

    public static RightOperand Ready(float* panels, nint panelStride) => new(panels, panelStride, 0, false);

    public static RightOperand TransposeOf(WeightMatrix w) => new(w.Data, w.PanelStride, w.Inputs, true);

    /// <summary>Steps <paramref name="start"/> .. <paramref name="start"/> + <paramref name="depth"/> - 1 of a panel, <c>[depth, 32]</c>.</summary>
    public float* Block(int panel, int start, int depth, float* room)
    {
        if (!IsTransposed)
        {
            return _panels + (panel * _panelStride) + ((nint)start * Panel.Width);
        }

        var first = panel * Panel.Width;
        var inputs = Panel.ColumnsOf(panel, _inputs);
        for (var step = 0; step < depth; step += Panel.Width)
        {
            var source = _panels + ((start + step) / Panel.Width * _panelStride) + ((nint)first * Panel.Width);
            Transpose(source, inputs, Math.Min(Panel.Width, depth - step), room + (step * Panel.Width), _panelStride);
        }

        return room;
    }

    /// <summary>How one share of a block that <see cref="Block"/> will be called for next is asked for.</summary>
    public PrefetchPlan Ahead(int panel, int start, int depth, int part, int parts)
    {
        nint row = Panel.Width;
        return IsTransposed
            ? PrefetchPlan.ShareOf(_panels + (start / Panel.Width * _panelStride) + (panel * row * row), _panelStride, depth, part, parts)
            : PrefetchPlan.ShareOf(_panels + (panel * _panelStride) + (start * row), row * row, depth, part, parts);
    }

    /// <summary>
    /// Transposes the blocks of 8 x 8, asking for the block that comes <paramref name="ahead"/> floats later; returns how many rows and
    /// columns they cover.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (int Rows, int Columns) TransposeBlocks(float* source, int rows, int columns, float* destination, nint ahead)
    {
        var row = 0;
        for (; row + 8 <= rows; row += 8)
        {
            for (var column = 0; column + 8 <= columns; column += 8)
            {
                Prefetching.Lines(source + ahead + (row * Panel.Width) + (column * 8), 8 * 8);
                Transposition.Eight(source + (row * Panel.Width) + column, Panel.Width, destination + (column * Panel.Width) + row, Panel.Width);
            }
        }

        return (row, columns & ~7);
    }

    private static void Transpose(float* source, int rows, int columns, float* destination, nint ahead)
    {
        var (doneRows, doneColumns) = Transposition.HasEight ? TransposeBlocks(source, rows, columns, destination, ahead) : (0, 0);
        for (var column = 0; column < columns; column++)
        {
            for (var row = column < doneColumns ? doneRows : 0; row < rows; row++)
            {
                destination[(column * Panel.Width) + row] = source[(row * Panel.Width) + column];
            }
        }
    }
}
