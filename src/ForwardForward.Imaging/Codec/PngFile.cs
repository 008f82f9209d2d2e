using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.PixelFormats;

namespace ForwardForward.Imaging.Codec;

/// <summary>Writes pixels as a PNG file.</summary>
internal static class PngFile
{
    // Pixels and nothing else: no resolution, no gamma.
    private static readonly PngEncoder Encoder = new()
    {
        BitDepth = PngBitDepth.Bit8,
        ColorType = PngColorType.RgbWithAlpha,
        FilterMethod = PngFilterMethod.Sub,
        CompressionLevel = PngCompressionLevel.Level6,
        ChunkFilter = PngChunkFilter.ExcludeAll,
    };

    /// <summary>Encodes pixels <c>[height * width * 4]</c>, each red, green, blue, alpha (not multiplied).</summary>
    public static byte[] Encode(Memory<byte> pixels, int width, int height)
    {
        using var image = Image.WrapMemory<Rgba32>(new Configuration(), pixels, width, height);
        using var stream = new MemoryStream();
        Encoder.Encode(image, stream);
        return stream.ToArray();
    }
}
