using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Gemm.Kernels;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Numerics.Sparse;

/// <summary>The products that walk over the non-zeros of their left operand; same bits as the dense ones.</summary>
internal sealed unsafe class SparseProducts(Workers workers, IGemmKernel kernel) : IDisposable
{
    /// <summary>Columns whose part of a block of weights (32 KB) stays in the first-level cache while all rows pass.</summary>
    public const int GroupColumns = 64;

    private const int BlockDepth = 128;

    /// <summary>Where few entries of a row fall into a block, taking its sums up and putting them down costs more than the second level.</summary>
    private const int ThinBlockDepth = 256;
    private const double Thin = 0.15;
    private readonly RowPairs _pairs = new();
    private readonly NativeBuffer _offsets = new();
    private readonly NativeBuffer _firsts = new();
    private readonly NativeBuffer _seconds = new();
    private readonly NativeBuffer _edge = new();
    private readonly NativeBuffer _entries = new();
    private readonly NativeBuffer _counts = new();

    public void Forward(MatrixView x, double density, WeightMatrix w, float* bias, bool relu, MatrixView y)
    {
        _pairs.Find(workers, x);
        var blockDepth = density < Thin ? ThinBlockDepth : BlockDepth;
        var blocks = ListRows.Blocks(w.Inputs, blockDepth);
        var lists = Lists(blocks, blockDepth);
        workers.Run(new ListRows(x, _pairs.Masks, lists, blockDepth), blocks);
        var grid = new SparseGrid(lists.UnitCount, w.Outputs, GroupColumns, workers.Count);
        workers.Run(
            new ListProductJob
            {
                Kernel = kernel,
                Grid = grid,
                Lists = lists,
                Blocks = blocks,
                BlockDepth = blockDepth,
                Depth = w.Inputs,
                Right = w.Data,
                PanelStride = w.PanelStride,
                Bias = bias,
                Relu = relu,
                Y = y,
                Edge = _edge.Reserve((long)x.Rows * GroupColumns),
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
        _pairs.Dispose();
        _offsets.Dispose();
        _firsts.Dispose();
        _seconds.Dispose();
        _edge.Dispose();
        _entries.Dispose();
        _counts.Dispose();
    }

    private RowLists Lists(int blocks, int blockDepth)
    {
        var units = _pairs.UnitCount;
        var blockEntries = ((nint)units * blockDepth) + ListRows.Slack;
        return new RowLists
        {
            PairCount = _pairs.PairCount,
            UnitCount = units,
            Rows = _pairs.Rows,
            Offsets = (int*)_offsets.Reserve(blockEntries * blocks),
            Firsts = _firsts.Reserve(blockEntries * blocks),
            Seconds = _seconds.Reserve(blockEntries * blocks),
            Starts = (int*)_counts.Reserve((units + 1L) * blocks),
            BlockEntries = blockEntries,
        };
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
