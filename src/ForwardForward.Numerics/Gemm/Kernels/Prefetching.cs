using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace ForwardForward.Numerics.Gemm.Kernels;

/// <summary>Asks for memory before it is needed, where the processor can be asked.</summary>
internal static unsafe class Prefetching
{
    /// <summary>Floats of a cache line.</summary>
    public const int LineFloats = 16;

    /// <summary>What two vectors cover from a line's beginning, into the first level.</summary>
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

    /// <summary>What two vectors cover from anywhere, into the first level: one line more than where they begin on a line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void NearAnywhere<T, TOperations>(float* address)
        where T : struct
        where TOperations : struct, IVectorOperations<T>
    {
        if (Sse.IsSupported)
        {
            Near<T, TOperations>(address);
            Sse.Prefetch0(address + (2 * TOperations.Width) - 1);
        }
    }

    /// <summary>One line, into the first level.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Near(float* address)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(address);
        }
    }

    /// <summary>One line, into the second level.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Far(float* address)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch1(address);
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
}
