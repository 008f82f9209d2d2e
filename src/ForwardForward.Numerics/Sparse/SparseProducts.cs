using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Gemm.Kernels;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Numerics.Sparse;

/// <summary>The products that walk over the non-zeros of their left operand; same bits as the dense ones.</summary>
internal sealed unsafe class SparseProducts(Workers workers, IGemmKernel kernel) : IDisposable
{
    /// <summary>Columns whose part of a block of weights (32 KB) stays in the first-level cache while all rows pass.</summary>
    private const int GroupColumns = 64;
    private const int BlockDepth = 128;

    /// <summary>Where few entries of a row fall into a block, taking its sums up and putting them down costs more than the second level.</summary>
    private const int ThinBlockDepth = 256;
    private const double Thin = 0.15;
    private readonly NativeBuffer _entries = new();
    private readonly NativeBuffer _counts = new();

    public void Forward(MatrixView x, double density, WeightMatrix w, float* bias, bool relu, MatrixView y)
    {
        var blockDepth = density < Thin ? ThinBlockDepth : BlockDepth;
        var blocks = RowEntries.Blocks(w.Inputs, blockDepth);
        Reserve((long)x.Rows * blockDepth * blocks, (x.Rows + 1L) * blocks);
        var entries = (Entry*)_entries.Data;
        var starts = (int*)_counts.Data;
        workers.Run(new RowEntries(x, blockDepth, entries, starts), blocks);
        var grid = new SparseGrid(x.Rows, w.Outputs, Math.Min(GroupColumns, kernel.SparseColumns), workers.Count);
        workers.Run(
            new SparseProductJob
            {
                Kernel = kernel,
                Grid = grid,
                Entries = entries,
                Bounds = starts,
                Blocks = blocks,
                BlockEntries = (nint)x.Rows * blockDepth,
                Right = w.Data,
                PanelStride = w.PanelStride,
                Bias = bias,
                Relu = relu,
                Y = y,
            },
            grid.Pieces);
    }

    public void Gradient(MatrixView x, Derivatives dz, MatrixView dw)
    {
        ListColumns(x, dz, null);
        var grid = new SparseGrid(x.Columns, dw.Columns, Math.Min(GroupColumns, kernel.SparseColumns), workers.Count);
        workers.Run(
            new SparseProductJob
            {
                Kernel = kernel,
                Grid = grid,
                Entries = (Entry*)_entries.Data,
                Capacity = Math.Max(1, dz.Depth),
                Bounds = (int*)_counts.Data,
                Blocks = 1,
                Right = dz.Panels,
                PanelStride = dz.PanelStride,
                Y = dw,
            },
            grid.Pieces);
    }

    public void Update(MatrixView x, float* extra, Derivatives dz, float* constants, WeightMatrix velocity, WeightMatrix w)
    {
        ListColumns(x, dz, extra);
        var grid = new SparseGrid(w.Inputs, w.Outputs, Math.Min(GroupColumns, kernel.SparseColumns), workers.Count);
        workers.Run(
            new SparseUpdateJob
            {
                Kernel = kernel,
                Grid = grid,
                Entries = (Entry*)_entries.Data,
                Counts = (int*)_counts.Data,
                Right = dz.Panels,
                Depth = dz.Depth,
                Constants = constants,
                Velocity = velocity,
                Weights = w,
            },
            grid.Pieces);
    }

    public void Dispose()
    {
        _entries.Dispose();
        _counts.Dispose();
    }

    private void ListColumns(MatrixView x, Derivatives dz, float* extra)
    {
        Reserve((long)x.Columns * dz.Depth, x.Columns);
        workers.Run(
            new ColumnEntries(x, dz.Live.Rows, dz.Live.Count, extra, (Entry*)_entries.Data, (int*)_counts.Data),
            (x.Columns + ColumnEntries.PieceColumns - 1) / ColumnEntries.PieceColumns);
    }

    private void Reserve(long entries, long counts)
    {
        _entries.Reserve(entries * (sizeof(Entry) / sizeof(float)));
        _counts.Reserve(counts);
    }
}
