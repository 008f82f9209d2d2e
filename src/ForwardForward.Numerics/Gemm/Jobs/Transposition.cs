using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace ForwardForward.Numerics.Gemm.Jobs;

/// <summary>Transposes small blocks in registers, for packing.</summary>
internal static unsafe class Transposition
{
    /// <summary>Whether <see cref="Four"/> has instructions to do it with.</summary>
    public static bool HasFour => Sse.IsSupported || AdvSimd.Arm64.IsSupported;

    /// <summary>Whether <see cref="Eight"/> has instructions to do it with.</summary>
    public static bool HasEight => Avx.IsSupported;

    /// <summary><c>destination[j, i] = source[i, j]</c> for 4 x 4 values; strides in floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Four(float* source, nint sourceStride, float* destination, nint destinationStride)
    {
        var r0 = Vector128.Load(source);
        var r1 = Vector128.Load(source + sourceStride);
        var r2 = Vector128.Load(source + (2 * sourceStride));
        var r3 = Vector128.Load(source + (3 * sourceStride));
        var (low01, high01) = Interleave(r0, r1);
        var (low23, high23) = Interleave(r2, r3);
        JoinLow(low01, low23).Store(destination);
        JoinHigh(low01, low23).Store(destination + destinationStride);
        JoinLow(high01, high23).Store(destination + (2 * destinationStride));
        JoinHigh(high01, high23).Store(destination + (3 * destinationStride));
    }

    /// <summary><c>destination[j, i] = source[i, j]</c> for 8 x 8 values; strides in floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Eight(float* source, nint sourceStride, float* destination, nint destinationStride)
    {
        var (a0, a1) = Pair(source, sourceStride, 0);
        var (a2, a3) = Pair(source, sourceStride, 2);
        var (b0, b1, b2, b3) = Quarter(a0, a1, a2, a3);
        var (c0, c1) = Pair(source, sourceStride, 4);
        var (c2, c3) = Pair(source, sourceStride, 6);
        var (d0, d1, d2, d3) = Quarter(c0, c1, c2, c3);
        Avx.Permute2x128(b0, d0, 0x20).Store(destination);
        Avx.Permute2x128(b1, d1, 0x20).Store(destination + destinationStride);
        Avx.Permute2x128(b2, d2, 0x20).Store(destination + (2 * destinationStride));
        Avx.Permute2x128(b3, d3, 0x20).Store(destination + (3 * destinationStride));
        Avx.Permute2x128(b0, d0, 0x31).Store(destination + (4 * destinationStride));
        Avx.Permute2x128(b1, d1, 0x31).Store(destination + (5 * destinationStride));
        Avx.Permute2x128(b2, d2, 0x31).Store(destination + (6 * destinationStride));
        Avx.Permute2x128(b3, d3, 0x31).Store(destination + (7 * destinationStride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> Low, Vector256<float> High) Pair(float* source, nint stride, int row)
    {
        var first = Vector256.Load(source + (row * stride));
        var second = Vector256.Load(source + ((row + 1) * stride));
        return (Avx.UnpackLow(first, second), Avx.UnpackHigh(first, second));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> C0, Vector256<float> C1, Vector256<float> C2, Vector256<float> C3) Quarter(
        Vector256<float> low01, Vector256<float> high01, Vector256<float> low23, Vector256<float> high23) =>
        (Avx.Shuffle(low01, low23, 0x44), Avx.Shuffle(low01, low23, 0xee), Avx.Shuffle(high01, high23, 0x44), Avx.Shuffle(high01, high23, 0xee));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<float> Low, Vector128<float> High) Interleave(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported
            ? (Sse.UnpackLow(a, b), Sse.UnpackHigh(a, b))
            : (AdvSimd.Arm64.ZipLow(a, b), AdvSimd.Arm64.ZipHigh(a, b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> JoinLow(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.MoveLowToHigh(a, b) : AdvSimd.Arm64.ZipLow(a.AsDouble(), b.AsDouble()).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> JoinHigh(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.MoveHighToLow(b, a) : AdvSimd.Arm64.ZipHigh(a.AsDouble(), b.AsDouble()).AsSingle();
}
