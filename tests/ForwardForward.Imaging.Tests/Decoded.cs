using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace ForwardForward.Imaging.Tests;

/// <summary>A picture read back with nothing but the library.</summary>
internal sealed class Decoded
{
    private readonly Rgba32[] _pixels;

    public Decoded(byte[] file)
    {
        using var image = Image.Load<Rgba32>(file);
        (Width, Height, _pixels) = (image.Width, image.Height, new Rgba32[image.Width * image.Height]);
        image.CopyPixelDataTo(_pixels);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>0xRRGGBB of an opaque pixel, null of a transparent one.</summary>
    public int? this[int x, int y] => _pixels[(y * Width) + x] is { A: 255 } colour ? (colour.R << 16) | (colour.G << 8) | colour.B : null;
}
