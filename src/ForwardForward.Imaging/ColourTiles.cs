using ForwardForward.Imaging.Png;

namespace ForwardForward.Imaging;

/// <summary>
/// Coloured tiles as PNG files. Gaps between tiles are transparent and half as wide as a zoomed pixel (at least 1); a legend stands below on
/// an opaque strip, since it must be read on light and dark pages alike.
/// </summary>
public static class ColourTiles
{
    private const int LongestDelay = 60_000;
    private const long MostFilmPixels = 64_000_000;

    /// <summary>Draws tiles.</summary>
    /// <param name="colours">Colours 0xRRGGBB, <c>[count, height, width]</c>.</param>
    /// <param name="width">Width of a tile.</param>
    /// <param name="height">Height of a tile.</param>
    /// <param name="columns">Tiles in a row.</param>
    /// <param name="zoom">Pixels along each side of a location.</param>
    /// <param name="bar">The legend; null for none.</param>
    /// <exception cref="ArgumentException">The colours do not fill whole tiles, there are none, or the picture would be too large.</exception>
    public static byte[] Png(ReadOnlySpan<int> colours, int width, int height, int columns, int zoom, ColourBar? bar = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        var size = checked(width * height);
        if (colours.IsEmpty || colours.Length % size != 0)
        {
            throw new ArgumentException($"{colours.Length} colours do not fill whole tiles of {width} x {height}.", nameof(colours));
        }

        var mosaic = new Mosaic(colours.Length / size, width, height, columns, zoom);
        for (var i = 0; i < colours.Length; i++)
        {
            mosaic.Paint(i / size, i % width, i % size / width, colours[i]);
        }

        return bar is null ? mosaic.ToPng() : ColourBarStrip.Below(mosaic, bar).ToPng();
    }

    /// <summary>The same tiles as they changed, as an animated PNG, <paramref name="delay"/> milliseconds apart, the last staying six times as long.</summary>
    /// <exception cref="ArgumentException">Frames differ in size, there are none, or together they would be too large.</exception>
    public static byte[] Apng(IReadOnlyList<int[]> frames, int width, int height, int columns, int zoom, int delay, ColourBar? bar = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(frames.Count, nameof(frames));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(delay);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(delay, LongestDelay);
        if (frames.FirstOrDefault(frame => frame.Length != frames[0].Length) is { } odd)
        {
            throw new ArgumentException($"A frame has {odd.Length} colours and the first one {frames[0].Length}; all need as many.", nameof(frames));
        }

        var pixels = (long)frames.Count * frames[0].Length * zoom * zoom;
        if (pixels > MostFilmPixels)
        {
            throw new ArgumentException($"{frames.Count} frames would have {pixels} pixels; at most {MostFilmPixels} are drawn. Take fewer tiles or a smaller zoom.", nameof(frames));
        }

        return AnimatedPng.Assemble(
            [.. frames.Select(frame => Png(frame, width, height, columns, zoom, bar))], (ushort)delay, (ushort)Math.Min(6 * delay, LongestDelay));
    }
}
