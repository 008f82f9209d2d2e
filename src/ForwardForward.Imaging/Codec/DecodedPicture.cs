using System.Runtime.InteropServices;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Advanced;
using SixLabors.ImageSharp.PixelFormats;

namespace ForwardForward.Imaging.Codec;

/// <summary>The pixels of a decoded file, row by row as they are stored; no type of the library is seen beyond this one.</summary>
internal sealed class DecodedPicture : IDisposable
{
    private readonly Image _image;

    /// <summary>Takes over the library's picture.</summary>
    public DecodedPicture(Image image, int orientation) => (_image, Orientation) = (image, orientation);

    /// <summary>Width in pixels.</summary>
    public int Width => _image.Width;

    /// <summary>Height in pixels.</summary>
    public int Height => _image.Height;

    /// <summary>Bytes of a pixel: red, green, blue, and with 4 alpha (colours not multiplied by it).</summary>
    public int Channels => _image is Image<Rgba32> ? 4 : 3;

    /// <summary>How the camera was held: 1 to 8 as in EXIF's tag 0x0112.</summary>
    public int Orientation { get; }

    /// <summary>A row, <c>[width * channels]</c>.</summary>
    public ReadOnlySpan<byte> Row(int y) => _image is Image<Rgba32> withAlpha
        ? MemoryMarshal.AsBytes(withAlpha.DangerousGetPixelRowMemory(y).Span)
        : MemoryMarshal.AsBytes(((Image<Rgb24>)_image).DangerousGetPixelRowMemory(y).Span);

    /// <inheritdoc/>
    public void Dispose() => _image.Dispose();
}
