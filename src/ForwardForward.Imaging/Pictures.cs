using ForwardForward.Imaging.Png;

namespace ForwardForward.Imaging;

/// <summary>Pictures of matrices as PNG files. Gaps between tiles are transparent and half as wide as a zoomed pixel (at least 1).</summary>
public static class Pictures
{
    // The strongest few weights, often those of the label pixels, would leave everything else pale.
    private const double FullColourQuantile = 0.98;
    private const int LongestDelay = 60_000;
    private const long MostFilmPixels = 64_000_000;

    /// <summary>
    /// A mosaic of receptive fields <c>[count, height, width]</c>, diverging colours centred on 0 (one scale for all tiles when
    /// <paramref name="sharedScale"/>, else each tile its own), <paramref name="zoom"/> pixels a weight, thin gaps between tiles.
    /// Full colour is reached at the 98 % quantile of the absolute weights; a weight that is no finite number is grey.
    /// </summary>
    /// <exception cref="ArgumentException">The fields do not fill whole tiles, there are none, or the mosaic would be too large.</exception>
    public static byte[] ReceptiveFieldsPng(ReadOnlySpan<float> fields, int width, int height, int columns, int zoom, bool sharedScale)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        var size = checked(width * height);
        if (fields.Length % size != 0)
        {
            throw new ArgumentException($"{fields.Length} weights do not fill whole fields of {width} x {height}.", nameof(fields));
        }

        return Draw(fields, width, height, columns, zoom, Scales(fields, size, sharedScale));
    }

    /// <summary>
    /// The same mosaic as it changed, as an animated PNG: a frame for each of <paramref name="moments"/>, <paramref name="delay"/> milliseconds
    /// apart, the last staying longer. Colours mean the same in every frame: full colour is the largest that any frame has.
    /// </summary>
    /// <exception cref="ArgumentException">Moments differ in size, there are none, or the frames together would be too large.</exception>
    public static byte[] ReceptiveFieldsApng(
        IReadOnlyList<float[]> moments, int width, int height, int columns, int zoom, bool sharedScale, int delay)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(moments.Count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(delay);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(delay, LongestDelay);
        var size = checked(width * height);
        if (moments.Any(moment => moment.Length == 0 || moment.Length != moments[0].Length || moment.Length % size != 0))
        {
            throw new ArgumentException($"Every moment must have the same number of whole fields of {width} x {height}.", nameof(moments));
        }

        var pixels = (long)moments.Count * moments[0].Length * zoom * zoom;
        if (pixels > MostFilmPixels)
        {
            throw new ArgumentException($"{moments.Count} frames would have {pixels} pixels; at most {MostFilmPixels} are drawn. Take fewer tiles or a smaller zoom.", nameof(moments));
        }

        var scales = moments.Select(moment => Scales(moment, size, sharedScale)).Aggregate((a, b) => [.. a.Zip(b, Math.Max)]);
        return AnimatedPng.Assemble(
            [.. moments.Select(moment => Draw(moment, width, height, columns, zoom, scales))], (ushort)delay, (ushort)Math.Min(6 * delay, LongestDelay));
    }

    /// <summary>Rows of grey pictures (values in [0, 1], ink dark on light), each <paramref name="width"/> x <paramref name="height"/>, laid out in <paramref name="columns"/>.</summary>
    /// <exception cref="ArgumentException">A picture has another size, there are none, or the mosaic would be too large.</exception>
    public static byte[] GreyMosaicPng(IReadOnlyList<float[]> pictures, int width, int height, int columns, int zoom)
    {
        var mosaic = new Mosaic(pictures.Count, width, height, columns, zoom);
        for (var tile = 0; tile < pictures.Count; tile++)
        {
            var picture = pictures[tile];
            if (picture.Length != width * height)
            {
                throw new ArgumentException($"Picture {tile} has {picture.Length} values; {width} x {height} needs {width * height}.", nameof(pictures));
            }

            for (var i = 0; i < picture.Length; i++)
            {
                // A value that is no number counts as no ink.
                var ink = picture[i] > 0 ? Math.Min(picture[i], 1) : 0;
                mosaic.Paint(tile, i % width, i / width, 0x010101 * (int)MathF.Round(255 * (1 - ink)));
            }
        }

        return mosaic.ToPng();
    }

    private static byte[] Draw(ReadOnlySpan<float> fields, int width, int height, int columns, int zoom, float[] scales)
    {
        var size = width * height;
        var mosaic = new Mosaic(scales.Length, width, height, columns, zoom);
        for (var tile = 0; tile < scales.Length; tile++)
        {
            var field = fields.Slice(tile * size, size);
            for (var i = 0; i < size; i++)
            {
                mosaic.Paint(tile, i % width, i / width, DivergingColourMap.At(scales[tile] > 0 ? field[i] / scales[tile] : 0 * field[i]));
            }
        }

        return mosaic.ToPng();
    }

    // The weight that has full colour, for every tile.
    private static float[] Scales(ReadOnlySpan<float> fields, int size, bool shared)
    {
        var scales = new float[fields.Length / size];
        if (shared)
        {
            Array.Fill(scales, FullColour(fields));
            return scales;
        }

        for (var tile = 0; tile < scales.Length; tile++)
        {
            scales[tile] = FullColour(fields.Slice(tile * size, size));
        }

        return scales;
    }

    private static float FullColour(ReadOnlySpan<float> weights)
    {
        var sizes = new List<float>(weights.Length);
        foreach (var weight in weights)
        {
            if (float.IsFinite(weight))
            {
                sizes.Add(Math.Abs(weight));
            }
        }

        if (sizes.Count == 0)
        {
            return 0;
        }

        sizes.Sort();
        var quantile = sizes[(int)Math.Ceiling(FullColourQuantile * (sizes.Count - 1))];

        // Where hardly any weight differs from zero, the largest one sets the scale.
        return quantile > 0 ? quantile : sizes[^1];
    }
}
