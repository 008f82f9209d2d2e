using SkiaSharp;

namespace ForwardForward.Imaging.Tests;

/// <summary>A picture read back with nothing but the decoder.</summary>
internal sealed class Decoded
{
    private readonly SKColor[] _pixels;

    public Decoded(byte[] file)
    {
        using var bitmap = SKBitmap.Decode(file) ?? throw new ArgumentException("This is no picture.", nameof(file));
        (Width, Height, _pixels) = (bitmap.Width, bitmap.Height, bitmap.Pixels);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>0xRRGGBB of an opaque pixel, null of a transparent one.</summary>
    public int? this[int x, int y] => _pixels[(y * Width) + x] is { Alpha: 255 } colour ? (int)((uint)colour & 0xffffff) : null;
}
