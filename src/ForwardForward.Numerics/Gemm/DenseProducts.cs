using ForwardForward.Numerics.Gemm.Jobs;
using ForwardForward.Numerics.Gemm.Kernels;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Numerics.Gemm;

/// <summary>The products without a look at zeros: operands are packed, then tiles are multiplied in registers.</summary>
internal sealed unsafe class DenseProducts(Workers workers, IGemmKernel kernel) : IDisposable
{
    /// <summary>A cut of the inner index costs more than it saves: operands that come from the second level are asked for in time.</summary>
    private const int BlockDepth = 2048;
    private const int TransposedBlockDepth = 1024;
    private const int BlockRows = 240;

    /// <summary>Every piece transposes its weights for itself, so it had better have many rows.</summary>
    private const int TransposedBlockRows = 1200;
    private const int GradientBlockValues = 1 << 16;
    private readonly NativeBuffer _left = new();

    /// <summary>How a result of <c>[batch, out]</c> is cut.</summary>
    public static TileGrid ForwardGrid(int rows, int columns, IGemmKernel kernel, int threads) => new(rows, columns, kernel.TileRows, BlockRows, threads);

    /// <summary>How a result of <c>[in, out]</c> is cut: so many inputs that their packed values stay in the second-level cache while several panels pass.</summary>
    public static TileGrid UpdateGrid(int inputs, int outputs, int depth, IGemmKernel kernel, int threads) =>
        new(inputs, outputs, kernel.TileRows, Math.Max(kernel.TileRows, GradientBlockValues / Math.Max(1, depth)), threads);

    public void Forward(MatrixView x, WeightMatrix w, float* bias, bool relu, MatrixView y)
    {
        var grid = ForwardGrid(x.Rows, w.Outputs, kernel, workers.Count);
        workers.Run(
            new ProductJob
            {
                Kernel = kernel,
                Grid = grid,
                Left = PackRows(x),
                Right = RightOperand.Ready(w.Data, w.PanelStride),
                Depth = w.Inputs,
                BlockDepth = BlockDepth,
                Bias = bias,
                Relu = relu,
                Y = y,
            },
            grid.Pieces);
    }

    public void InputGradient(MatrixView dz, WeightMatrix w, MatrixView dx)
    {
        var grid = new TileGrid(dz.Rows, w.Inputs, kernel.TileRows, TransposedBlockRows, workers.Count);
        workers.Run(
            new ProductJob
            {
                Kernel = kernel,
                Grid = grid,
                Left = PackRows(dz),
                Right = RightOperand.TransposeOf(w),
                Depth = w.Outputs,
                BlockDepth = TransposedBlockDepth,
                Y = dx,
            },
            grid.Pieces);
    }

    public void Gradient(MatrixView x, Derivatives dz, MatrixView dw)
    {
        var grid = UpdateGrid(x.Columns, dw.Columns, dz.Depth, kernel, workers.Count);
        workers.Run(
            new ProductJob
            {
                Kernel = kernel,
                Grid = grid,
                Left = PackColumns(x, dz, null),
                Right = RightOperand.Ready(dz.Panels, dz.PanelStride),
                Depth = dz.Depth,
                BlockDepth = Math.Max(1, dz.Depth),
                Y = dw,
            },
            grid.Pieces);
    }

    public void Update(MatrixView x, float* extra, Derivatives dz, float* constants, WeightMatrix velocity, WeightMatrix w)
    {
        var grid = UpdateGrid(w.Inputs, w.Outputs, dz.Depth, kernel, workers.Count);
        workers.Run(
            new UpdateJob
            {
                Kernel = kernel,
                Grid = grid,
                Left = PackColumns(x, dz, extra),
                Right = dz.Panels,
                Depth = dz.Depth,
                Constants = constants,
                Velocity = velocity,
                Weights = w,
            },
            grid.Pieces);
    }

    public void Dispose() => _left.Dispose();

    private float* PackRows(MatrixView x)
    {
        var tiles = (x.Rows + kernel.TileRows - 1) / kernel.TileRows;
        var packed = _left.Reserve((long)tiles * kernel.TileRows * x.Columns);
        workers.Run(new LeftRowsPacking(x, kernel.TileRows, packed), tiles);
        return packed;
    }

    private float* PackColumns(MatrixView x, Derivatives dz, float* extra)
    {
        var tiles = (x.Columns + kernel.TileRows - 1) / kernel.TileRows;
        var packed = _left.Reserve((long)tiles * kernel.TileRows * dz.Depth);
        workers.Run(new LeftColumnsPacking(x, dz.Live.Rows, dz.Live.Count, extra, kernel.TileRows, packed), LeftColumnsPacking.Pieces(tiles));
        return packed;
    }
}
