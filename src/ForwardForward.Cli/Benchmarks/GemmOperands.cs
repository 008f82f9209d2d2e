using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Random;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Cli.Benchmarks;

/// <summary>Operands of one shape, without zeros, and the products to time on them.</summary>
internal sealed class GemmOperands : IDisposable
{
    private static readonly SmoothedUpdate Update = new(1e-3f, 0.9f, 1e-6f, 1e-3f);
    private readonly MatrixProducts _products;
    private readonly Matrix _x;
    private readonly Matrix _y;
    private readonly Matrix _dx;
    private readonly Matrix _rowMajor;
    private readonly Matrix _dw;
    private readonly WeightMatrix _w;
    private readonly WeightMatrix _velocity;
    private readonly float[] _bias;

    public GemmOperands(Workers workers, int m, int k, int n)
    {
        (M, K, N) = (m, k, n);
        var random = new RandomStream(1);
        _products = new MatrixProducts(workers) { SparseMode = SparseMode.Never };
        _x = Filled(m, k, random);
        _y = Filled(m, n, random);
        _dx = new Matrix(m, k);
        _rowMajor = Filled(k, n, random);
        _dw = new Matrix(k, n);
        _w = new WeightMatrix(k, n);
        _w.CopyFrom(_rowMajor);
        _velocity = new WeightMatrix(k, n);
        _bias = new float[n];
    }

    /// <summary>Names of the products.</summary>
    public static IReadOnlyList<string> Products { get; } = ["forward", "gradient", "update", "input"];

    public int M { get; }

    public int K { get; }

    public int N { get; }

    /// <summary>Memory of left and right operand and result.</summary>
    public long Bytes => sizeof(float) * (((long)M * K) + ((long)K * N) + ((long)M * N));

    public Action Ours(string product) => product switch
    {
        "forward" => () => _products.Forward(_x, _w, _bias, ForwardEpilogue.Relu, _y),
        "gradient" => () => _products.WeightGradient(_x, _y, _dw),
        "update" => () => _products.WeightUpdate(_x, _y, Update, _velocity, _w),
        _ => () => _products.InputGradient(_y, _w, _dx),
    };

    /// <summary>The bare product in OpenBLAS: without bias, ReLU and update, which ours includes.</summary>
    public Action Theirs(string product) => product switch
    {
        "forward" => () => OpenBlas.Multiply(_x, false, _rowMajor, false, _y),
        "gradient" or "update" => () => OpenBlas.Multiply(_x, true, _y, false, _dw),
        _ => () => OpenBlas.Multiply(_y, false, _rowMajor, true, _dx),
    };

    public void Dispose()
    {
        _products.Dispose();
        _x.Dispose();
        _y.Dispose();
        _dx.Dispose();
        _rowMajor.Dispose();
        _dw.Dispose();
        _w.Dispose();
        _velocity.Dispose();
    }

    private static Matrix Filled(int rows, int columns, RandomStream random)
    {
        var matrix = new Matrix(rows, columns);
        foreach (ref var value in matrix.Values)
        {
            value = random.NextSingle() - 0.5f;
        }

        return matrix;
    }
}
