namespace ForwardForward.Web.Hubs.Messages;

/// <summary>Floats as signed bytes with one scale.</summary>
public static class SignedBytes
{
    /// <summary>Stands for NaN and the infinities.</summary>
    public const sbyte NotFinite = sbyte.MinValue;

    private const float Largest = sbyte.MaxValue;

    /// <summary>Writes round(value / scale) for each value and returns the scale: the largest finite absolute value over 127, or 0 when all are 0.</summary>
    /// <param name="values">Any floats.</param>
    /// <param name="destination">As many bytes, two's complement.</param>
    public static float Write(ReadOnlySpan<float> values, Span<byte> destination)
    {
        var largest = 0f;
        foreach (var value in values)
        {
            largest = float.IsFinite(value) ? Math.Max(largest, Math.Abs(value)) : largest;
        }

        for (var i = 0; i < values.Length; i++)
        {
            // Divide by the largest first: for subnormal weights 127 / largest would overflow.
            var quantised = !float.IsFinite(values[i]) ? NotFinite : largest == 0 ? (sbyte)0 : (sbyte)MathF.Round(values[i] / largest * Largest);
            destination[i] = unchecked((byte)quantised);
        }

        return largest / Largest;
    }
}
