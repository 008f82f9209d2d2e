namespace ForwardForward.Imaging.Digits;

/// <summary>How one new pixel is made of old ones along one axis.</summary>
/// <param name="First">The first old pixel.</param>
/// <param name="Shares">What it and its successors contribute.</param>
internal readonly record struct ResampleWeights(int First, float[] Shares)
{
    /// <summary>Weights for the part [start, start + length) of <paramref name="oldCount"/> pixels in <paramref name="newCount"/> pixels.</summary>
    public static ResampleWeights[] Make(int oldCount, double start, double length, int newCount)
    {
        var step = length / newCount;
        var result = new ResampleWeights[newCount];
        for (var i = 0; i < newCount; i++)
        {
            var centre = start + ((i + 0.5) * step);

            // A box as wide as a new pixel when shrinking; a triangle two old pixels wide when growing.
            var reach = step > 1 ? step / 2 : 1;
            var first = Math.Max(0, (int)Math.Floor(centre - reach));
            var last = Math.Min(oldCount - 1, (int)Math.Ceiling(centre + reach) - 1);
            var shares = new float[Math.Max(0, last - first + 1)];
            for (var k = 0; k < shares.Length; k++)
            {
                var pixel = first + k;
                shares[k] = (float)(step > 1
                    ? Math.Max(0, Math.Min(pixel + 1, centre + reach) - Math.Max(pixel, centre - reach)) / step
                    : Math.Max(0, 1 - Math.Abs(pixel + 0.5 - centre)));
            }

            result[i] = new ResampleWeights(first, shares);
        }

        return result;
    }

    /// <summary>The weighted sum of old pixels that lie <paramref name="stride"/> apart.</summary>
    public float Apply(ReadOnlySpan<float> line, int stride)
    {
        var sum = 0f;
        for (var k = 0; k < Shares.Length; k++)
        {
            sum += Shares[k] * line[(First + k) * stride];
        }

        return sum;
    }
}
