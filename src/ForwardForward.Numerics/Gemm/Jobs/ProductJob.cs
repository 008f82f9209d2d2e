using System.Runtime.CompilerServices;
using ForwardForward.Numerics.Gemm.Kernels;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Numerics.Gemm.Jobs;

/// <summary>
/// <c>y = epilogue(a b + bias)</c> over packed operands. The inner index runs in blocks, so that the block of the left operand stays in
/// the second-level cache; accumulators are taken up again from y, so each element remains one chain.
/// </summary>
internal unsafe struct ProductJob : IPieceJob
{
    public IGemmKernel Kernel;
    public TileGrid Grid;
    public float* Left;
    public RightOperand Right;
    public int Depth;
    public int BlockDepth;
    public float* Bias;
    public bool Relu;
    public MatrixView Y;

    [SkipLocalsInit]
    public readonly void Run(int piece)
    {
        var (firstTile, endTile) = Grid.Tiles(piece);
        var (firstPanel, endPanel) = Grid.Panels(piece);
        var room = stackalloc float[Right.IsTransposed ? BlockDepth * Panel.Width : 1];
        for (var start = 0; start == 0 || start < Depth; start += BlockDepth)
        {
            var depth = Math.Min(BlockDepth, Depth - start);
            for (var panel = firstPanel; panel < endPanel; panel++)
            {
                var right = Right.Block(panel, start, depth, room);
                for (var tile = firstTile; tile < endTile; tile++)
                {
                    var ahead = panel + 1 < endPanel ? Right.Ahead(panel + 1, start, depth, tile - firstTile, endTile - firstTile) : default;
                    Tile(tile, panel, start, depth, right, ahead);
                }
            }
        }
    }

    private readonly void Tile(int tile, int panel, int start, int depth, float* right, PrefetchPlan ahead)
    {
        var row = tile * Kernel.TileRows;
        var column = panel * Panel.Width;
        var rows = Grid.RowsOf(tile);
        var columns = Panel.ColumnsOf(panel, Y.Columns);
        var left = Left + ((nint)row * Depth) + ((nint)start * Kernel.TileRows);
        var destination = Y.Data + ((nint)row * Y.Stride) + column;
        var (isFirst, isLast) = (start == 0, start + depth == Depth);
        var bias = Bias == null ? null : Bias + column;
        if (columns % Kernel.Width == 0)
        {
            if (isFirst && isLast && bias == null && !Relu)
            {
                Kernel.Store(left, right, depth, rows, columns, new StoreTile(destination, Y.Stride, ahead));
                return;
            }

            Kernel.Multiply(left, right, depth, rows, columns, new ProductTile(destination, Y.Stride, isFirst, isLast, bias, Relu, ahead));
        }
        else
        {
            EdgeTile(left, right, depth, rows, columns, destination, isFirst, isLast, bias);
        }
    }

    /// <summary>A tile whose last vector leaves the matrix takes the way through a tile that has room for it.</summary>
    [SkipLocalsInit]
    private readonly void EdgeTile(
        float* left, float* right, int depth, int rows, int columns, float* destination, bool isFirst, bool isLast, float* bias)
    {
        var tile = stackalloc float[rows * Panel.Width];
        for (var row = 0; row < rows && !isFirst; row++)
        {
            new ReadOnlySpan<float>(destination + ((nint)row * Y.Stride), columns).CopyTo(new Span<float>(tile + (row * Panel.Width), columns));
        }

        Kernel.Multiply(left, right, depth, rows, columns, new ProductTile(tile, Panel.Width, isFirst, isLast, bias, Relu));
        for (var row = 0; row < rows; row++)
        {
            new ReadOnlySpan<float>(tile + (row * Panel.Width), columns).CopyTo(new Span<float>(destination + ((nint)row * Y.Stride), columns));
        }
    }
}
