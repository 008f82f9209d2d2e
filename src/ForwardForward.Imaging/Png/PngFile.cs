using System.Runtime.InteropServices;
using SkiaSharp;

namespace ForwardForward.Imaging.Png;

/// <summary>Writes pixels as a PNG file.</summary>
internal static class PngFile
{
    /// <summary>Encodes pixels <c>[height * width]</c>, each red, green, blue, alpha (not multiplied) in memory order.</summary>
    public static byte[] Encode(ReadOnlySpan<uint> pixels, int width, int height)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        MemoryMarshal.AsBytes(pixels).CopyTo(bitmap.GetPixelSpan());
        using var map = bitmap.PeekPixels();
        using var data = map.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.Sub, 6));
        return data?.ToArray() ?? throw new InvalidOperationException($"A picture of {width} x {height} pixels could not be written as PNG.");
    }
}
