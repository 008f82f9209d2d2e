using ForwardForward.Numerics.Gemm.Kernels;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Numerics.Sparse;

/// <summary><c>y = epilogue(x w + bias)</c> where the rows of x are <see cref="RowLists"/>.</summary>
internal unsafe struct ListProductJob : IPieceJob
{
    public IGemmKernel Kernel;
    public SparseGrid Grid;
    public RowLists Lists;
    public int Blocks;
    public int BlockDepth;
    public int Depth;
    public float* Right;
    public nint PanelStride;
    public float* Bias;
    public bool Relu;
    public MatrixView Y;

    /// <summary>Room for <c>[rows, 64]</c> results whose last vectors leave the matrix.</summary>
    public float* Edge;

    public readonly void Run(int piece)
    {
        var (first, end) = Grid.Rows(piece);
        var (column, columns) = Grid.Columns(piece);
        var whole = Ceiling(columns, 2 * Kernel.Width);
        var isEdge = whole != columns;
        var right = Right + (column / Panel.Width * PanelStride) + (column % Panel.Width);
        var destination = isEdge ? Edge : Y.Data + column;
        var stride = isEdge ? SparseProducts.GroupColumns : Y.Stride;
        var bias = Bias == null ? null : Bias + column;
        for (var block = 0; block < Blocks; block++)
        {
            var ahead = Ahead(block, column, right, end - first);
            var target = new ListTarget(destination, stride, block == 0, block == Blocks - 1, bias, Relu, ahead);
            Kernel.MultiplyLists(Lists, block, first, end, right, PanelStride, whole, target);
        }

        for (var unit = first; isEdge && unit < end; unit++)
        {
            CopyEdge(Lists.Rows[unit], column, columns);
            if (unit < Lists.PairCount)
            {
                CopyEdge(Lists.Rows[Lists.UnitCount + unit], column, columns);
            }
        }
    }

    private static int Ceiling(int value, int unit) => (value + unit - 1) / unit * unit;

    /// <summary>The next block of these columns, or the first of the next ones, which this thread will most likely take.</summary>
    private readonly WeightsAhead Ahead(int block, int column, float* right, int units)
    {
        const int Panels = SparseProducts.GroupColumns / Panel.Width;
        if (block + 1 < Blocks)
        {
            var start = (block + 1) * BlockDepth;
            return new WeightsAhead(right + ((nint)start * Panel.Width), PanelStride, Math.Min(BlockDepth, Depth - start), Panels, units);
        }

        return column + SparseProducts.GroupColumns < Y.Columns
            ? new WeightsAhead(right + (Panels * PanelStride), PanelStride, Math.Min(BlockDepth, Depth), Panels, units)
            : default;
    }

    private readonly void CopyEdge(int row, int column, int columns) =>
        new ReadOnlySpan<float>(Edge + ((nint)row * SparseProducts.GroupColumns), columns)
            .CopyTo(new Span<float>(Y.Data + ((nint)row * Y.Stride) + column, columns));
}
