namespace ForwardForward.Runs.Snapshots;

/// <summary>Weights as signed bytes: the largest of a few together is 127.</summary>
internal static class Shades
{
    private const int Most = 127;

    /// <summary>Packs weights, each to the nearest shade; NaN becomes 0, infinities the last shade.</summary>
    /// <returns>The size of the largest finite weight, which 127 stands for.</returns>
    public static float Pack(ReadOnlySpan<float> weights, Span<byte> shades)
    {
        var largest = 0f;
        foreach (var weight in weights)
        {
            var size = Math.Abs(weight);
            if (size > largest && float.IsFinite(size))
            {
                largest = size;
            }
        }

        for (var i = 0; i < weights.Length; i++)
        {
            var shade = largest > 0 ? weights[i] / largest * Most : 0;
            shades[i] = (byte)(sbyte)(float.IsNaN(shade) ? 0 : Math.Clamp(MathF.Round(shade), -Most, Most));
        }

        return largest;
    }

    /// <summary>The weights again, each off by at most half a shade.</summary>
    public static void Unpack(ReadOnlySpan<byte> shades, float largest, Span<float> weights)
    {
        for (var i = 0; i < shades.Length; i++)
        {
            weights[i] = (sbyte)shades[i] * largest / Most;
        }
    }
}
