using System.Runtime.InteropServices;
using ForwardForward.Imaging.Codec;

namespace ForwardForward.Imaging.Png;

/// <summary>Tiles in rows with thin transparent gaps, so that a mosaic sits on dark and light pages alike.</summary>
internal sealed class Mosaic
{
    private const int LargestSide = 16_384;
    private const long MostPixels = 64_000_000;
    private readonly int _tileWidth;
    private readonly int _tileHeight;
    private readonly int _columns;
    private readonly int _zoom;
    private readonly int _gap;
    private readonly byte[] _pixels;

    public Mosaic(int count, int tileWidth, int tileHeight, int columns, int zoom)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tileWidth);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tileHeight);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(zoom);
        (_tileWidth, _tileHeight, _columns, _zoom, _gap) = (tileWidth, tileHeight, Math.Min(columns, count), zoom, Gap(zoom));
        var rows = (count + _columns - 1) / _columns;
        var width = ((long)_columns * ((long)tileWidth * zoom + _gap)) - _gap;
        var height = (rows * ((long)tileHeight * zoom + _gap)) - _gap;
        if (width > LargestSide || height > LargestSide || width * height > MostPixels)
        {
            throw new ArgumentException(
                $"The mosaic would be {width} x {height} pixels; at most {LargestSide} a side and {MostPixels} in all are drawn. Take fewer tiles or a smaller zoom.");
        }

        (Width, Height) = ((int)width, (int)height);
        _pixels = new byte[width * height * sizeof(uint)];
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>The pixels, row by row, each red, green, blue, alpha in memory order.</summary>
    public ReadOnlySpan<uint> Pixels => MemoryMarshal.Cast<byte, uint>(_pixels);

    /// <summary>Pixels between tiles.</summary>
    public static int Gap(int zoom) => Math.Max(1, zoom / 2);

    /// <summary>Paints one pixel of a tile, zoom x zoom, in an opaque colour 0xRRGGBB.</summary>
    public void Paint(int tile, int x, int y, int colour)
    {
        // Bytes in memory are red, green, blue, alpha.
        var pixel = 0xff000000u | (uint)(((colour & 255) << 16) | (colour & 0xff00) | ((colour >> 16) & 255));
        var left = ((tile % _columns) * ((_tileWidth * _zoom) + _gap)) + (x * _zoom);
        var top = ((tile / _columns) * ((_tileHeight * _zoom) + _gap)) + (y * _zoom);
        var pixels = MemoryMarshal.Cast<byte, uint>(_pixels.AsSpan());
        for (var row = top; row < top + _zoom; row++)
        {
            pixels.Slice((row * Width) + left, _zoom).Fill(pixel);
        }
    }

    public byte[] ToPng() => PngFile.Encode(_pixels, Width, Height);
}
