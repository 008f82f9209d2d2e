namespace ForwardForward.Frames.Colours;

/// <summary>
/// Signed values as bytes with one scale, a quarter of their size: <c>value = (signed byte) * scale</c>. The error of a finite value is at
/// most half a scale, and the scale is the largest finite magnitude over 127.
/// </summary>
public static class Int8Quantisation
{
    private const float Most = sbyte.MaxValue;

    /// <summary>Writes values as bytes, two's complement; -128 stands for what is no finite number.</summary>
    /// <returns>The scale; 0 when every finite value is 0.</returns>
    public static float Write(ReadOnlySpan<float> values, Span<byte> bytes)
    {
        var largest = FullColour.Largest(values);
        for (var i = 0; i < values.Length; i++)
        {
            bytes[i] = unchecked((byte)Levels.OfSigned(values[i], largest));
        }

        return largest / Most;
    }

    /// <summary>The values again; NaN for what was no finite number.</summary>
    public static void Read(ReadOnlySpan<byte> bytes, float scale, Span<float> values)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            var level = unchecked((sbyte)bytes[i]);

            // The scale was rounded: 127 of it may lie beyond the largest number that there is.
            values[i] = level == Levels.NotFinite ? float.NaN : Math.Clamp(level * scale, float.MinValue, float.MaxValue);
        }
    }
}
