using ForwardForward.Numerics.Gemm.Jobs;
using ForwardForward.Numerics.Gemm.Kernels;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Numerics.Gemm;

/// <summary>
/// The products of Forward-Forward and of backpropagation. Every output element is one chain of fused multiply-adds in the order of
/// the inner index, started from +0, so the result does not depend on the number of workers or on which zeros were skipped.
/// </summary>
/// <remarks>
/// After the first calls of each shape nothing is allocated. An instance owns scratch memory and serves one caller at a time; several
/// instances may share one team of workers. Results must not overlap their sources.
/// </remarks>
public sealed unsafe class MatrixProducts : IDisposable
{
    private const int AnyBatch = -1;
    private const int BlockDepth = 512;
    private const int TransposedBlockDepth = 256;
    private const int BlockRows = 240;
    private readonly IGemmKernel _kernel;
    private readonly NativeBuffer _left = new();
    private readonly NativeBuffer _right = new();
    private readonly NativeBuffer _bias = new();
    private readonly LiveRows _live = new();

    /// <summary>Products on the widest kernel that runs here, or on the one that FORWARDFORWARD_KERNEL names.</summary>
    /// <param name="workers">The threads that share the work; the caller owns them.</param>
    /// <exception cref="ArgumentException">The environment names a kernel that does not exist or does not run here.</exception>
    public MatrixProducts(Workers workers)
        : this(workers, KernelCatalog.Choose(Environment.GetEnvironmentVariable(KernelCatalog.Variable)))
    {
    }

    internal MatrixProducts(Workers workers, IGemmKernel kernel) => (Workers, _kernel) = (workers, kernel);

    /// <summary>The threads that share the work.</summary>
    public Workers Workers { get; }

    /// <summary>Name of the kernel in use: "512", "256", "128" (bits of a vector) or "scalar".</summary>
    public string KernelName => _kernel.Name;

    /// <summary><c>y = epilogue(x w + bias)</c>: <c>[batch, in] [in, out] -> [batch, out]</c>; an empty bias counts as zero.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit together.</exception>
    public void Forward(MatrixView x, WeightMatrix w, ReadOnlySpan<float> bias, ForwardEpilogue epilogue, MatrixView y)
    {
        Shapes.Check(x, nameof(x), AnyBatch, w.Inputs);
        Shapes.Check(y, nameof(y), x.Rows, w.Outputs);
        Shapes.CheckLength(bias.IsEmpty || bias.Length == w.Outputs, nameof(bias), bias.Length, w.Outputs);
        var grid = new TileGrid(x.Rows, w.Outputs, _kernel.TileRows, BlockRows, Workers.Count);
        Workers.Run(
            new ProductJob
            {
                Kernel = _kernel,
                Grid = grid,
                Left = PackLeft(x),
                Right = RightOperand.Ready(w.Data, w.PanelStride),
                Depth = w.Inputs,
                BlockDepth = BlockDepth,
                Bias = PadBias(bias),
                Relu = epilogue == ForwardEpilogue.Relu,
                Y = y,
            },
            grid.Pieces);
    }

    /// <summary><c>dw = x^T dz</c>: <c>[batch, in]^T [batch, out] -> [in, out]</c>.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit together.</exception>
    public void WeightGradient(MatrixView x, MatrixView dz, MatrixView dw)
    {
        Shapes.Check(dz, nameof(dz), x.Rows, dw.Columns);
        Shapes.Check(dw, nameof(dw), x.Columns, dz.Columns);
        var depth = PackGradient(x, dz, null, null);
        var grid = new TileGrid(x.Columns, dz.Columns, _kernel.TileRows, int.MaxValue / 2, Workers.Count);
        Workers.Run(
            new ProductJob
            {
                Kernel = _kernel,
                Grid = grid,
                Left = _left.Data,
                Right = RightOperand.Ready(_right.Data, (nint)depth * Panel.Width),
                Depth = depth,
                BlockDepth = Math.Max(1, depth),
                Y = dw,
            },
            grid.Pieces);
    }

    /// <summary>
    /// The gradient <c>x^T dz</c> goes straight into velocity and weights, without being stored: see <see cref="SmoothedUpdate"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The shapes do not fit together.</exception>
    public void WeightUpdate(MatrixView x, MatrixView dz, in SmoothedUpdate update, WeightMatrix velocity, WeightMatrix w) =>
        WeightUpdate(x, dz, default, default, update, velocity, w);

    /// <summary>
    /// As the other overload, with a rank-one term: the gradient is <c>x^T dz + u v^T</c>, <c>u [in]</c>, <c>v [out]</c>. Both empty
    /// means no such term.
    /// </summary>
    /// <exception cref="ArgumentException">The shapes do not fit together.</exception>
    public void WeightUpdate(
        MatrixView x,
        MatrixView dz,
        ReadOnlySpan<float> u,
        ReadOnlySpan<float> v,
        in SmoothedUpdate update,
        WeightMatrix velocity,
        WeightMatrix w)
    {
        Shapes.Check(x, nameof(x), AnyBatch, w.Inputs);
        Shapes.Check(dz, nameof(dz), x.Rows, w.Outputs);
        Shapes.CheckSame(velocity, w, nameof(velocity));
        if (w.Inputs == 0 || w.Outputs == 0)
        {
            return;
        }

        var isRankOne = !u.IsEmpty || !v.IsEmpty;
        Shapes.CheckLength(!isRankOne || u.Length == w.Inputs, nameof(u), u.Length, w.Inputs);
        Shapes.CheckLength(!isRankOne || v.Length == w.Outputs, nameof(v), v.Length, w.Outputs);
        fixed (float* extraInputs = u, extraOutputs = v)
        {
            var depth = PackGradient(x, dz, extraInputs, extraOutputs);
            var grid = new TileGrid(w.Inputs, w.Outputs, _kernel.TileRows, int.MaxValue / 2, Workers.Count);
            Workers.Run(
                new UpdateJob
                {
                    Kernel = _kernel,
                    Grid = grid,
                    Left = _left.Data,
                    Right = _right.Data,
                    Depth = depth,
                    Update = update,
                    Velocity = velocity,
                    Weights = w,
                },
                grid.Pieces);
        }
    }

    /// <summary><c>dx = dz w^T</c>: <c>[batch, out] [in, out]^T -> [batch, in]</c>.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit together.</exception>
    public void InputGradient(MatrixView dz, WeightMatrix w, MatrixView dx)
    {
        Shapes.Check(dz, nameof(dz), AnyBatch, w.Outputs);
        Shapes.Check(dx, nameof(dx), dz.Rows, w.Inputs);
        var grid = new TileGrid(dz.Rows, w.Inputs, _kernel.TileRows, BlockRows, Workers.Count);
        Workers.Run(
            new ProductJob
            {
                Kernel = _kernel,
                Grid = grid,
                Left = PackLeft(dz),
                Right = RightOperand.TransposeOf(w),
                Depth = w.Outputs,
                BlockDepth = TransposedBlockDepth,
                Y = dx,
            },
            grid.Pieces);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _left.Dispose();
        _right.Dispose();
        _bias.Dispose();
        _live.Dispose();
    }

    private float* PackLeft(MatrixView x)
    {
        var tiles = (x.Rows + _kernel.TileRows - 1) / _kernel.TileRows;
        var packed = _left.Reserve((long)tiles * _kernel.TileRows * x.Columns);
        Workers.Run(new LeftRowsPacking(x, _kernel.TileRows, packed), tiles);
        return packed;
    }

    /// <summary>Packs both operands of <c>x^T dz (+ u v^T)</c>, rows of dz that are zero left out; returns the depth.</summary>
    private int PackGradient(MatrixView x, MatrixView dz, float* u, float* v)
    {
        _live.Find(dz);
        var depth = _live.Count + (u == null ? 0 : 1);
        var tiles = (x.Columns + _kernel.TileRows - 1) / _kernel.TileRows;
        var panels = Panel.CountFor(dz.Columns);
        var left = _left.Reserve((long)tiles * _kernel.TileRows * depth);
        var right = _right.Reserve((long)panels * Panel.Width * depth);
        Workers.Run(new LeftColumnsPacking(x, _live.Rows, _live.Count, u, _kernel.TileRows, left), tiles);
        Workers.Run(new RightRowsPacking(dz, _live.Rows, _live.Count, v, right), panels);
        return depth;
    }

    private float* PadBias(ReadOnlySpan<float> bias)
    {
        if (bias.IsEmpty)
        {
            return null;
        }

        var padded = new Span<float>(_bias.Reserve(Panel.CountFor(bias.Length) * Panel.Width), Panel.CountFor(bias.Length) * Panel.Width);
        bias.CopyTo(padded);
        padded[bias.Length..].Clear();
        return _bias.Data;
    }
}
