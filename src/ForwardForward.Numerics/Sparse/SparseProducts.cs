using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Gemm.Kernels;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Numerics.Sparse;

/// <summary>The products that walk over the non-zeros of their left operand; same bits as the dense ones.</summary>
internal sealed unsafe class SparseProducts(Workers workers, IGemmKernel kernel) : IDisposable
{
    internal static int BlockDepth = 1024;
    internal static int GroupColumns = 128;
    internal static int UpdateGroupColumns = 128;
    private readonly NativeBuffer _entries = new();
    private readonly NativeBuffer _counts = new();

    public void Forward(MatrixView x, WeightMatrix w, float* bias, bool relu, MatrixView y)
    {
        var blocks = RowEntries.Blocks(w.Inputs, BlockDepth);
        Reserve(x.Rows, w.Inputs, blocks);
        var entries = (Entry*)_entries.Data;
        var ends = (int*)_counts.Data;
        workers.Run(new RowEntries(x, BlockDepth, entries, ends), x.Rows);
        var grid = new SparseGrid(x.Rows, w.Outputs, Math.Min(GroupColumns, kernel.SparseColumns), workers.Count);
        workers.Run(
            new SparseProductJob
            {
                Kernel = kernel,
                Grid = grid,
                Entries = entries,
                Capacity = w.Inputs,
                Ends = ends,
                Blocks = blocks,
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
        var grid = new SparseGrid(x.Columns, dw.Columns, Math.Min(UpdateGroupColumns, kernel.SparseColumns), workers.Count);
        workers.Run(
            new SparseProductJob
            {
                Kernel = kernel,
                Grid = grid,
                Entries = (Entry*)_entries.Data,
                Capacity = dz.Depth,
                Ends = (int*)_counts.Data,
                Blocks = 1,
                Right = dz.Panels,
                PanelStride = dz.PanelStride,
                Y = dw,
            },
            grid.Pieces);
    }

    public void Update(MatrixView x, float* extra, Derivatives dz, in SmoothedUpdate update, WeightMatrix velocity, WeightMatrix w)
    {
        ListColumns(x, dz, extra);
        var grid = new SparseGrid(w.Inputs, w.Outputs, Math.Min(UpdateGroupColumns, kernel.SparseColumns), workers.Count);
        workers.Run(
            new SparseUpdateJob
            {
                Kernel = kernel,
                Grid = grid,
                Entries = (Entry*)_entries.Data,
                Counts = (int*)_counts.Data,
                Right = dz.Panels,
                Depth = dz.Depth,
                Update = update,
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
        Reserve(x.Columns, dz.Depth, 1);
        workers.Run(
            new ColumnEntries(x, dz.Live.Rows, dz.Live.Count, extra, (Entry*)_entries.Data, (int*)_counts.Data),
            (x.Columns + ColumnEntries.PieceColumns - 1) / ColumnEntries.PieceColumns);
    }

    private void Reserve(int lists, int capacity, int blocks)
    {
        _entries.Reserve((long)lists * capacity * (sizeof(Entry) / sizeof(float)));
        _counts.Reserve((long)lists * blocks);
    }
}
