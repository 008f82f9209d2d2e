using System.Runtime.InteropServices;
using ForwardForward.Imaging.Codec;

namespace ForwardForward.Imaging.Png;

/// <summary>Pixels to be painted on, transparent to begin with.</summary>
internal sealed class PixelSheet(int width, int height)
{
    private readonly byte[] _pixels = new byte[checked(width * height * sizeof(uint))];

    public int Width => width;

    public int Height => height;

    /// <summary>Paints a rectangle in an opaque colour 0xRRGGBB; what lies outside is left out.</summary>
    public void Fill(int left, int top, int wide, int tall, int colour)
    {
        var (right, from) = (Math.Min(left + wide, width), Math.Max(left, 0));
        for (var row = Math.Max(top, 0); row < Math.Min(top + tall, height) && from < right; row++)
        {
            Pixels.Slice((row * width) + from, right - from).Fill(Pixel(colour));
        }
    }

    /// <summary>Copies whole rows of another picture to the upper left corner.</summary>
    public void Copy(ReadOnlySpan<uint> pixels, int wide)
    {
        for (var row = 0; row < pixels.Length / wide; row++)
        {
            pixels.Slice(row * wide, wide).CopyTo(Pixels[(row * width)..]);
        }
    }

    public byte[] ToPng() => PngFile.Encode(_pixels, width, height);

    private Span<uint> Pixels => MemoryMarshal.Cast<byte, uint>(_pixels.AsSpan());

    // Bytes in memory are red, green, blue, alpha.
    private static uint Pixel(int colour) => 0xff000000u | (uint)(((colour & 255) << 16) | (colour & 0xff00) | ((colour >> 16) & 255));
}
