using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace ForwardForward.Numerics.Gemm.Kernels;

/// <summary>Asks for memory before it is needed, where the processor can be asked.</summary>
internal static unsafe class Prefetching
{
    private const int LineFloats = 16;

    /// <summary>What two vectors cover, into the first level.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Near<T, TOperations>(float* address)
        where T : struct
        where TOperations : struct, IVectorOperations<T>
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(address);
            if (2 * TOperations.Width > LineFloats)
            {
                Sse.Prefetch0(address + LineFloats);
            }
        }
    }

    /// <summary>A short stretch of memory, into the first level.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Lines(float* start, int floats)
    {
        if (Sse.IsSupported)
        {
            for (var i = 0; i < floats; i += LineFloats)
            {
                Sse.Prefetch0(start + i);
            }
        }
    }

    /// <summary>The <paramref name="part"/>-th of <paramref name="parts"/> shares of a stretch of memory, into the second level.</summary>
    public static void ShareOf(float* start, int floats, int part, int parts)
    {
        if (Sse.IsSupported)
        {
            var first = (int)((long)floats * part / parts) & -LineFloats;
            var end = (int)((long)floats * (part + 1) / parts);
            for (var i = first; i < end; i += LineFloats)
            {
                Sse.Prefetch1(start + i);
            }
        }
    }
}
