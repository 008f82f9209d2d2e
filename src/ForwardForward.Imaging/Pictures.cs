using ForwardForward.Imaging.Png;

namespace ForwardForward.Imaging;

/// <summary>Pictures of matrices as PNG files. Gaps between tiles are transparent and half as wide as a zoomed pixel (at least 1).</summary>
public static class Pictures
{
    // The strongest few weights, often those of the label pixels, would leave everything else pale.
    private const double FullColourQuantile = 0.98;

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

        var mosaic = new Mosaic(fields.Length / size, width, height, columns, zoom);
        var scale = sharedScale ? FullColour(fields) : 0;
        for (var tile = 0; tile < fields.Length / size; tile++)
        {
            var field = fields.Slice(tile * size, size);
            var full = sharedScale ? scale : FullColour(field);
            for (var i = 0; i < size; i++)
            {
                mosaic.Paint(tile, i % width, i / width, DivergingColourMap.At(full > 0 ? field[i] / full : 0 * field[i]));
            }
        }

        return mosaic.ToPng();
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
