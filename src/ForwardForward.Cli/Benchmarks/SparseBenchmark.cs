using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Random;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Cli.Benchmarks;

/// <summary>
/// From which density of the input on walking its non-zeros stops to pay: both ways in turn, on the shapes of a step. The crossovers of
/// the kernels are read off this.
/// </summary>
internal sealed class SparseBenchmark
{
    private const double SecondsPerTiming = 0.03;

    /// <summary>Share of a row's non-zeros that its partner has too, among rows that are alike.</summary>
    private const double Shared = 0.9;
    private static readonly SmoothedUpdate Update = new(1e-3f, 0.9f, 1e-6f, 1e-3f);

    /// <summary>Timings of each row; the median counts.</summary>
    public int Rounds { get; init; } = 7;

    /// <summary>Threads that work.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Densities that are timed.</summary>
    public IReadOnlyList<double> Densities { get; init; } = [0.05, 0.1, 0.2, 0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8];

    /// <summary>Batch, inputs and outputs that are timed: positive, negative and neutral rows of 100 images.</summary>
    public IReadOnlyList<(int M, int K, int N)> Shapes { get; init; } = [(300, 1000, 1000), (300, 2000, 2000)];

    /// <summary>Times every density, row by row as they are ready.</summary>
    public IEnumerable<SparseRow> Run(CancellationToken cancellation = default)
    {
        using var workers = new Workers(Threads);
        foreach (var (m, k, n) in Shapes)
        {
            foreach (var product in new[] { "unlike", "alike", "update" })
            {
                foreach (var density in Densities)
                {
                    cancellation.ThrowIfCancellationRequested();
                    yield return Time(workers, product, m, k, n, density);
                }
            }
        }
    }

    private SparseRow Time(Workers workers, string product, int m, int k, int n, double density)
    {
        using var x = Input(m, k, density, product == "alike");
        using var y = new Matrix(m, n);
        using var w = new WeightMatrix(k, n);
        using var velocity = new WeightMatrix(k, n);
        using var sparse = new MatrixProducts(workers) { SparseMode = SparseMode.Always };
        using var dense = new MatrixProducts(workers) { SparseMode = SparseMode.Never };
        Fill(y, new RandomStream(2));
        var (walking, plain) = product == "update" ? (Updating(sparse), Updating(dense)) : (Forward(sparse), Forward(dense));
        walking();
        plain();
        var calls = Math.Max(1, (int)(SecondsPerTiming / Timings.Seconds(plain, 1)));
        var (sparseTimes, denseTimes, ratios) = (new double[Rounds], new double[Rounds], new double[Rounds]);
        for (var round = 0; round < Rounds; round++)
        {
            sparseTimes[round] = Timings.Seconds(walking, calls);
            denseTimes[round] = Timings.Seconds(plain, calls);
            ratios[round] = denseTimes[round] / sparseTimes[round];
        }

        return new SparseRow(product, m, k, n, workers.Count, density, 1e3 * Timings.Median(sparseTimes), 1e3 * Timings.Median(denseTimes), Timings.Median(ratios));

        Action Forward(MatrixProducts products) => () => products.Forward(x, w, [], ForwardEpilogue.Relu, y);

        Action Updating(MatrixProducts products) => () => products.WeightUpdate(x, y, Update, velocity, w);
    }

    private static Matrix Input(int rows, int columns, double density, bool inPairs)
    {
        var random = new RandomStream(1);
        var x = new Matrix(rows, columns);
        for (var row = 0; row < rows; row++)
        {
            var values = x.Row(row);
            var partner = inPairs && row % 2 == 1 ? x.Row(row - 1) : default;
            for (var i = 0; i < columns; i++)
            {
                var isOn = !partner.IsEmpty && random.NextDouble() < Shared ? partner[i] != 0 : random.NextDouble() < density;
                values[i] = isOn ? random.NextSingle() + 0.1f : 0;
            }
        }

        return x;
    }

    private static void Fill(Matrix matrix, RandomStream random)
    {
        foreach (ref var value in matrix.Values)
        {
            value = random.NextSingle() - 0.5f;
        }
    }
}
