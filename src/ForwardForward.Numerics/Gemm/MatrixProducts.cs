using ForwardForward.Numerics.Gemm.Kernels;
using ForwardForward.Numerics.Sparse;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Numerics.Gemm;

/// <summary>
/// The products of Forward-Forward and of backpropagation. Every output element is one chain of fused multiply-adds in the order of
/// the inner index, started from +0, so the result does not depend on the number of workers or on which zeros were skipped.
/// </summary>
/// <remarks>
/// After the first calls of each shape nothing is allocated. An instance owns scratch memory and serves one caller at a time; several
/// instances may share one team of workers. Results must not overlap their sources. Where an operand holds an infinity or NaN, the result
/// does too, but for products with a zero, which may count as zero.
/// </remarks>
public sealed unsafe class MatrixProducts : IDisposable
{
    private const int AnyBatch = -1;
    private readonly IGemmKernel _kernel;
    private readonly DenseProducts _dense;
    private readonly SparseProducts _sparse;
    private readonly Derivatives _derivatives = new();
    private readonly NativeBuffer _bias = new();
    private readonly UpdateConstants _constants = new();
    private double _density;

    /// <summary>Products on the widest kernel that runs here, or on the one that FORWARDFORWARD_KERNEL names.</summary>
    /// <param name="workers">The threads that share the work; the caller owns them.</param>
    /// <exception cref="ArgumentException">The environment names a kernel that does not exist or does not run here.</exception>
    public MatrixProducts(Workers workers)
        : this(workers, KernelCatalog.Choose(Environment.GetEnvironmentVariable(KernelCatalog.Variable)))
    {
    }

    internal MatrixProducts(Workers workers, IGemmKernel kernel)
    {
        Workers = workers;
        _kernel = kernel;
        _dense = new DenseProducts(workers, kernel);
        _sparse = new SparseProducts(workers, kernel);
    }

    /// <summary>The threads that share the work.</summary>
    public Workers Workers { get; }

    /// <summary>Whether zeros of the left operand are skipped. The results are the same, bit for bit.</summary>
    public SparseMode SparseMode { get; set; }

    /// <summary>Whether the last product skipped zeros.</summary>
    public bool WasSparse { get; private set; }

    /// <summary><c>y = epilogue(x w + bias)</c>: <c>[batch, in] [in, out] -> [batch, out]</c>; an empty bias counts as zero.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit together.</exception>
    public void Forward(MatrixView x, WeightMatrix w, ReadOnlySpan<float> bias, ForwardEpilogue epilogue, MatrixView y)
    {
        Shapes.Check(x, nameof(x), AnyBatch, w.Inputs);
        Shapes.Check(y, nameof(y), x.Rows, w.Outputs);
        Shapes.CheckLength(bias.IsEmpty || bias.Length == w.Outputs, nameof(bias), bias.Length, w.Outputs);
        var padded = PadBias(bias);
        var relu = epilogue == ForwardEpilogue.Relu;
        if (ChooseSparse(x, w.Outputs, _kernel.ForwardCrossover, x.Rows <= _kernel.RowWalkRows))
        {
            _sparse.Forward(x, _density, w, padded, relu, y);
        }
        else
        {
            _dense.Forward(x, w, padded, relu, y);
        }
    }

    /// <summary><c>dw = x^T dz</c>: <c>[batch, in]^T [batch, out] -> [in, out]</c>.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit together.</exception>
    public void WeightGradient(MatrixView x, MatrixView dz, MatrixView dw)
    {
        Shapes.Check(dz, nameof(dz), x.Rows, dw.Columns);
        Shapes.Check(dw, nameof(dw), x.Columns, dz.Columns);
        _derivatives.Pack(Workers, dz, null);
        if (ChooseSparse(x, dw.Columns, _kernel.GradientCrossover, false))
        {
            _sparse.Gradient(x, _derivatives, dw);
        }
        else
        {
            _dense.Gradient(x, _derivatives, dw);
        }
    }

    /// <summary>
    /// The gradient <c>x^T dz</c> goes straight into velocity and weights, without being stored: see <see cref="SmoothedUpdate"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The shapes do not fit together.</exception>
    public void WeightUpdate(MatrixView x, MatrixView dz, in SmoothedUpdate update, WeightMatrix velocity, WeightMatrix w) =>
        WeightUpdate(x, dz, default, default, update, velocity, w);

    /// <summary>
    /// As the other overload, with a rank-one term: the gradient is <c>x^T dz + u v^T</c>, <c>u [in]</c>, <c>v [out]</c>. Both empty
    /// means no such term. Rows of dz that are zero cost nothing.
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
            _derivatives.Pack(Workers, dz, extraOutputs);
            if (ChooseSparse(x, w.Outputs, _kernel.GradientCrossover, false))
            {
                _sparse.Update(x, extraInputs, _derivatives, _constants.Fill(update), velocity, w);
            }
            else
            {
                _dense.Update(x, extraInputs, _derivatives, _constants.Fill(update), velocity, w);
            }
        }
    }

    /// <summary><c>dx = dz w^T</c>: <c>[batch, out] [in, out]^T -> [batch, in]</c>.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit together.</exception>
    public void InputGradient(MatrixView dz, WeightMatrix w, MatrixView dx)
    {
        Shapes.Check(dz, nameof(dz), AnyBatch, w.Outputs);
        Shapes.Check(dx, nameof(dx), dz.Rows, w.Inputs);
        WasSparse = false;
        _dense.InputGradient(dz, w, dx);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _dense.Dispose();
        _sparse.Dispose();
        _derivatives.Dispose();
        _bias.Dispose();
        _constants.Dispose();
    }

    private bool ChooseSparse(MatrixView x, int outputs, double crossover, bool anyway)
    {
        // A few outputs, such as those of a softmax head, are computed before the non-zeros are even listed.
        var isWorthListing = SparseMode != SparseMode.Never && (SparseMode == SparseMode.Always || outputs > Panel.Width);
        _density = isWorthListing ? Density.Estimate(x) : 1;
        WasSparse = SparseMode switch
        {
            SparseMode.Never => false,
            SparseMode.Always => true,
            _ => anyway || _density < crossover,
        };
        return WasSparse;
    }

    private float* PadBias(ReadOnlySpan<float> bias)
    {
        if (bias.IsEmpty)
        {
            return null;
        }

        var length = Panel.CountFor(bias.Length) * Panel.Width;
        var padded = new Span<float>(_bias.Reserve(length), length);
        bias.CopyTo(padded);
        padded[bias.Length..].Clear();
        return _bias.Data;
    }
}
