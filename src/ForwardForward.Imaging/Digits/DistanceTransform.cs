namespace ForwardForward.Imaging.Digits;

/// <summary>
/// Exact Euclidean distances on a grid in linear time (Felzenszwalb and Huttenlocher 2012): lower envelopes of parabolas, first along
/// columns, then along rows.
/// </summary>
internal static class DistanceTransform
{
    // Larger than any squared distance, small enough to be added to.
    private const float Far = 1e12f;

    /// <summary>
    /// Signed distance of each pixel's centre to the mask's outline: positive inside. The outline runs half-way between the centres of
    /// inner and outer neighbours.
    /// </summary>
    public static float[] Signed(bool[] mask, int width, int height)
    {
        var toOutside = Squared(mask, false, width, height);
        var toInside = Squared(mask, true, width, height);
        var signed = new float[mask.Length];
        for (var i = 0; i < signed.Length; i++)
        {
            signed[i] = mask[i] ? MathF.Sqrt(toOutside[i]) - 0.5f : 0.5f - MathF.Sqrt(toInside[i]);
        }

        return signed;
    }

    private static float[] Squared(bool[] mask, bool target, int width, int height)
    {
        var squares = Array.ConvertAll(mask, value => value == target ? 0 : Far);
        var line = new Envelope(Math.Max(width, height));
        for (var x = 0; x < width; x++)
        {
            line.Apply(squares.AsSpan(x), width, height);
        }

        for (var y = 0; y < height; y++)
        {
            line.Apply(squares.AsSpan(y * width), 1, width);
        }

        return squares;
    }

    private sealed class Envelope(int longest)
    {
        private readonly float[] _heights = new float[longest];
        private readonly int[] _tips = new int[longest];
        private readonly double[] _starts = new double[longest + 1];

        /// <summary>Replaces f by the minimum over q of (p - q)^2 + f(q) along one line.</summary>
        public void Apply(Span<float> values, int stride, int count)
        {
            for (var i = 0; i < count; i++)
            {
                _heights[i] = values[i * stride];
            }

            var last = 0;
            (_tips[0], _starts[0], _starts[1]) = (0, double.NegativeInfinity, double.PositiveInfinity);
            for (var q = 1; q < count; q++)
            {
                var meeting = Meeting(q, _tips[last]);
                while (meeting <= _starts[last])
                {
                    meeting = Meeting(q, _tips[--last]);
                }

                (_tips[++last], _starts[last], _starts[last + 1]) = (q, meeting, double.PositiveInfinity);
            }

            for (int p = 0, k = 0; p < count; p++)
            {
                while (_starts[k + 1] < p)
                {
                    k++;
                }

                var away = p - _tips[k];
                values[p * stride] = (away * away) + _heights[_tips[k]];
            }
        }

        private double Meeting(int q, int tip) =>
            (_heights[q] + ((double)q * q) - _heights[tip] - ((double)tip * tip)) / (2.0 * (q - tip));
    }
}
