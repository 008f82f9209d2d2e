using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ForwardForward.Numerics.Sparse;

/// <summary>Counts and marks non-zeros eight at a time.</summary>
internal static unsafe class NonZeros
{
    /// <summary>Number of values that are not zero; NaN counts.</summary>
    public static int Count(ReadOnlySpan<float> values)
    {
        var found = 0;
        fixed (float* start = values)
        {
            var i = 0;
            for (; Vector256.IsHardwareAccelerated && i + 8 <= values.Length; i += 8)
            {
                found += BitOperations.PopCount(MaskOf(start + i));
            }

            for (; i < values.Length; i++)
            {
                found += values[i] != 0 ? 1 : 0;
            }
        }

        return found;
    }

    /// <summary>One bit for each of eight values, set when it is not zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint MaskOf(float* values) =>
        ~Vector256.Equals(Vector256.Load(values), Vector256<float>.Zero).ExtractMostSignificantBits() & 0xff;
}
