using System.Runtime.Intrinsics;
using ForwardForward.Numerics.Gemm.Kernels;

namespace ForwardForward.Numerics.Gemm;

/// <summary>Multiply-adds in registers, as wide as the kernel in use, with nothing else in the way: the ceiling that a benchmark holds products against.</summary>
public static class MultiplyAddChains
{
    /// <summary>Multiply-adds of single values in one step.</summary>
    public static int PerStep => FmaChains.Count * KernelCatalog.Default.Width;

    /// <summary>Runs the chains on the calling thread; the result only keeps them from being optimised away.</summary>
    public static float Run(int steps) => KernelCatalog.Default.Width switch
    {
        16 => FmaChains.Run<Vector512<float>, Operations512>(steps),
        8 => FmaChains.Run<Vector256<float>, Operations256>(steps),
        4 => FmaChains.Run<Vector128<float>, Operations128>(steps),
        _ => FmaChains.Run<float, OperationsScalar>(steps),
    };
}
