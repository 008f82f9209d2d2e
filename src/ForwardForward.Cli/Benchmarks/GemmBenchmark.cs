using System.Diagnostics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Cli.Benchmarks;

/// <summary>Times the dense products on the shapes of the nets, each against the peak and OpenBLAS measured in turn with it.</summary>
internal sealed class GemmBenchmark
{
    private const int MillisecondsUntilAsleep = 250;
    private const double SecondsPerTiming = 0.04;
    private const double WarmUpSeconds = 0.5;
    private static readonly int[] Sizes = [784, 1000, 2000];

    /// <summary>Timings of each row; the median counts.</summary>
    public int Rounds { get; init; } = 7;

    /// <summary>Whether OpenBLAS is timed too, when it is there.</summary>
    public bool AgainstOpenBlas { get; init; }

    /// <summary>Numbers of threads to time.</summary>
    public IReadOnlyList<int> Threads { get; init; } = [1, Math.Max(1, Environment.ProcessorCount)];

    /// <summary>Whether this machine has an OpenBLAS to compare with.</summary>
    public static bool HasOpenBlas => OpenBlas.IsAvailable;

    /// <summary>All shapes: one large one, and batches of 100 and 200 on every pair of layer sizes.</summary>
    public static IReadOnlyList<(string Case, int M, int K, int N)> Cases { get; } =
    [
        ("large", 1024, 2000, 2000),
        .. from batch in new[] { 100, 200 } from inputs in Sizes from outputs in Sizes select ($"batch {batch}", batch, inputs, outputs),
    ];

    /// <summary>Times every case, row by row as they are ready.</summary>
    public IEnumerable<GemmRow> Run(CancellationToken cancellation = default)
    {
        foreach (var threads in Threads.Distinct())
        {
            using var workers = new Workers(threads);
            WarmUp(workers);
            foreach (var (name, m, k, n) in Cases)
            {
                using var operands = new GemmOperands(workers, m, k, n);
                foreach (var product in GemmOperands.Products)
                {
                    cancellation.ThrowIfCancellationRequested();
                    yield return Time(workers, operands, name, product);
                }
            }
        }
    }

    /// <summary>Lets the runtime compile everything for good, on a shape of a few microseconds.</summary>
    private static void WarmUp(Workers workers)
    {
        using var operands = new GemmOperands(workers, 50, 200, 200);
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < WarmUpSeconds)
        {
            foreach (var product in GemmOperands.Products)
            {
                operands.Ours(product)();
            }
        }
    }

    private GemmRow Time(Workers workers, GemmOperands operands, string name, string product)
    {
        var compare = AgainstOpenBlas && HasOpenBlas;
        var flops = 2.0 * operands.M * operands.K * operands.N;
        var ours = operands.Ours(product);
        var theirs = operands.Theirs(product);
        if (compare)
        {
            OpenBlas.SetThreads(workers.Count);
            theirs();
        }

        ours();
        var calls = Math.Max(1, (int)(SecondsPerTiming / Timings.Seconds(ours, 1)));
        var (speeds, shares, ratios) = (new double[Rounds], new double[Rounds], new double[Rounds]);
        for (var round = 0; round < Rounds; round++)
        {
            LetOthersSleep(compare && workers.Count > 1);
            var peak = FmaPeak.Measure(workers) * 1e9;
            var seconds = Timings.Seconds(ours, calls);
            speeds[round] = flops / seconds;
            shares[round] = speeds[round] / peak;
            ratios[round] = compare ? Timings.Seconds(theirs, calls) / seconds : 0;
        }

        var speed = Timings.Median(speeds);
        return new GemmRow(
            name, product, operands.M, operands.K, operands.N, workers.Count, speed / 1e9, Timings.Median(shares), operands.M * speed / flops, operands.Bytes, compare ? Timings.Median(ratios) : null);
    }

    /// <summary>OpenBLAS's threads keep their cores busy for up to 2^28 cycles, some 100 ms, after a product; ours are not to pay for that.</summary>
    private static void LetOthersSleep(bool haveWorked)
    {
        if (haveWorked)
        {
            Thread.Sleep(MillisecondsUntilAsleep);
        }
    }
}
