using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ForwardForward.Numerics.Sparse;

/// <summary>Finds non-zeros eight at a time.</summary>
internal static unsafe class NonZeros
{
    /// <summary>Writes the entries of one row, ascending, and returns how many there are.</summary>
    /// <param name="values">The row.</param>
    /// <param name="start">Index of its first value.</param>
    /// <param name="count">Number of values.</param>
    /// <param name="scale">Floats from one row of the right operand to the next.</param>
    /// <param name="entries">Room for <paramref name="count"/> entries.</param>
    public static int Collect(float* values, int start, int count, int scale, Entry* entries)
    {
        var found = 0;
        var i = 0;
        for (; Vector256.IsHardwareAccelerated && i + 8 <= count; i += 8)
        {
            for (var mask = MaskOf(values + i); mask != 0; mask &= mask - 1)
            {
                var at = i + BitOperations.TrailingZeroCount(mask);
                entries[found++] = new Entry((start + at) * scale, values[at]);
            }
        }

        for (; i < count; i++)
        {
            if (values[i] != 0)
            {
                entries[found++] = new Entry((start + i) * scale, values[i]);
            }
        }

        return found;
    }

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
