using System.Diagnostics;
using System.Runtime.Intrinsics;
using ForwardForward.Numerics.Gemm.Kernels;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Numerics.Benchmarks;

/// <summary>
/// Measures how many multiply-adds the processor does when nothing else is in the way: independent chains in registers, of the width of the
/// kernel in use. It is the ceiling that a product is held against, and is measured beside it since clocks and neighbours change.
/// </summary>
public static class FmaPeak
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
            workers.Run(new Job(KernelCatalog.Default.Width), workers.Count);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return 2.0 * workers.Count * Steps * FmaChains.Count * KernelCatalog.Default.Width / best / 1e9;
    }

    private readonly struct Job(int width) : IPieceJob
    {
        public void Run(int piece)
        {
            switch (width)
            {
                case 16:
                    FmaChains.Run<Vector512<float>, Operations512>(Steps);
                    break;
                case 8:
                    FmaChains.Run<Vector256<float>, Operations256>(Steps);
                    break;
                case 4:
                    FmaChains.Run<Vector128<float>, Operations128>(Steps);
                    break;
                default:
                    FmaChains.Run<float, OperationsScalar>(Steps);
                    break;
            }
        }
    }
}
