using ForwardForward.Imaging.Png;

namespace ForwardForward.Imaging;

/// <summary>Grey pictures as PNG files. Gaps between tiles are transparent and half as wide as a zoomed pixel (at least 1).</summary>
public static class Pictures
{
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
}
