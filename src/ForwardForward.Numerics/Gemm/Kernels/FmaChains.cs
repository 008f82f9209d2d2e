using System.Runtime.CompilerServices;

namespace ForwardForward.Numerics.Gemm.Kernels;

/// <summary>Twelve independent chains of multiply-adds, enough to hide the latency of two units.</summary>
internal static unsafe class FmaChains
{
    /// <summary>Multiply-adds in a step.</summary>
    public const int Count = 12;

    /// <summary>Runs the chains; the result only keeps them from being optimised away.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static float Run<T, TOperations>(int steps)
        where T : struct
        where TOperations : struct, IVectorOperations<T>
    {
        var (a0, a1, a2, a3) = (Start<T, TOperations>(0), Start<T, TOperations>(1), Start<T, TOperations>(2), Start<T, TOperations>(3));
        var (a4, a5, a6, a7) = (Start<T, TOperations>(4), Start<T, TOperations>(5), Start<T, TOperations>(6), Start<T, TOperations>(7));
        var (a8, a9, a10, a11) = (Start<T, TOperations>(8), Start<T, TOperations>(9), Start<T, TOperations>(10), Start<T, TOperations>(11));
        var factor = TOperations.Broadcast(0.999f);
        var term = TOperations.Broadcast(0.001f);
        for (var i = 0; i < steps; i++)
        {
            a0 = TOperations.MultiplyAdd(a0, factor, term);
            a1 = TOperations.MultiplyAdd(a1, factor, term);
            a2 = TOperations.MultiplyAdd(a2, factor, term);
            a3 = TOperations.MultiplyAdd(a3, factor, term);
            a4 = TOperations.MultiplyAdd(a4, factor, term);
            a5 = TOperations.MultiplyAdd(a5, factor, term);
            a6 = TOperations.MultiplyAdd(a6, factor, term);
            a7 = TOperations.MultiplyAdd(a7, factor, term);
            a8 = TOperations.MultiplyAdd(a8, factor, term);
            a9 = TOperations.MultiplyAdd(a9, factor, term);
            a10 = TOperations.MultiplyAdd(a10, factor, term);
            a11 = TOperations.MultiplyAdd(a11, factor, term);
        }

        var first = TOperations.Add(TOperations.Add(TOperations.Add(a0, a1), TOperations.Add(a2, a3)), TOperations.Add(a4, a5));
        var second = TOperations.Add(TOperations.Add(TOperations.Add(a6, a7), TOperations.Add(a8, a9)), TOperations.Add(a10, a11));
        var room = stackalloc float[16];
        TOperations.Store(TOperations.Add(first, second), room);
        return room[0];
    }

    private static T Start<T, TOperations>(int chain)
        where T : struct
        where TOperations : struct, IVectorOperations<T> => TOperations.Broadcast(0.5f + (0.01f * chain));
}
