using System.Diagnostics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Cli.Benchmarks;

/// <summary>
/// Measures how many multiply-adds the processor does when nothing else is in the way: independent chains in registers, of the width of the
/// kernel in use. It is the ceiling that a product is held against, and is measured beside it since clocks and neighbours change.
/// </summary>
internal static class FmaPeak
{
    private const int Steps = 60_000;
    private const int Tries = 3;

    /// <summary>The best of three short runs on all threads of the team, in GFLOP/s; a multiply-add counts as two.</summary>
    public static double Measure(Workers workers)
    {
        var best = double.PositiveInfinity;
        for (var i = 0; i < Tries; i++)
        {
            var start = Stopwatch.GetTimestamp();
            workers.Run(default(Job), workers.Count);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return 2.0 * workers.Count * Steps * MultiplyAddChains.PerStep / best / 1e9;
    }

    private readonly struct Job : IPieceJob
    {
        public void Run(int piece) => MultiplyAddChains.Run(Steps);
    }
}
