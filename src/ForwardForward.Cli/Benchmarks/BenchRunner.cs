using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Cli.Benchmarks;

/// <summary>Measures what was asked for, one row after the other.</summary>
internal sealed class BenchRunner(BenchRequest request)
{
    /// <summary>What can be measured.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["gemm", "sparse", "step", "classify", "scaling", "all"];

    /// <summary>Measures; rows come as they are ready.</summary>
    public async IAsyncEnumerable<BenchRow> RunAsync(string kind, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        if (kind is "gemm" or "all")
        {
            var gemm = new GemmBenchmark { AgainstOpenBlas = request.AgainstOpenBlas, Threads = [.. new[] { 1, request.Threads }.Distinct()] };
            foreach (var row in gemm.Run(cancellation))
            {
                yield return BenchRow.Of(row);
            }
        }

        if (kind is "sparse" or "all")
        {
            foreach (var row in new SparseBenchmark { Threads = request.Threads }.Run(cancellation))
            {
                yield return BenchRow.Of(row);
            }
        }

        if (kind is "scaling" or "all")
        {
            foreach (var row in ScalingRows())
            {
                yield return BenchRow.Of(row);
            }
        }

        if (kind is "gemm" or "sparse" or "scaling")
        {
            yield break;
        }

        foreach (var recipe in request.Recipes)
        {
            using var subject = await BenchSubject.PrepareAsync(request, recipe, cancellation);
            if (kind is "step" or "all")
            {
                foreach (var row in StepBenchmark.Run(subject, cancellation))
                {
                    yield return row;
                }
            }

            if (kind is "classify" or "all")
            {
                yield return ClassifyBenchmark.Run(subject, cancellation);
            }
        }
    }

    private static IEnumerable<ScalingRow> ScalingRows() =>
        from shape in new[] { (M: 100, K: 1000, N: 1000), (M: 100, K: 2000, N: 2000), (M: 1024, K: 2000, N: 2000) }
        from threads in ScalingCount.Threads
        from row in new[] { ScalingCount.Forward(shape.M, shape.K, shape.N, threads), ScalingCount.Update(shape.M, shape.K, shape.N, threads) }
        select row;
}
