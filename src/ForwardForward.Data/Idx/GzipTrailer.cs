using System.Buffers.Binary;

namespace ForwardForward.Data.Idx;

/// <summary>What a gzip file says of itself at its two ends (RFC 1952), read before anything is unpacked.</summary>
internal static class GzipTrailer
{
    // Ten bytes of header, two of an empty deflate block, eight of CRC and size.
    private const int SmallestFile = 20;

    /// <summary>Whether the stream, from its start, begins as gzip files do. Leaves the position at the start.</summary>
    public static bool IsGzip(Stream source)
    {
        source.Position = 0;
        var isGzip = source.ReadByte() == 0x1f && source.ReadByte() == 0x8b;
        source.Position = 0;
        return isGzip;
    }

    /// <summary>
    /// The unpacked size modulo 2^32 that the last four bytes state. A truncated file, or one with garbage behind it, states nonsense
    /// here, which then disagrees with the IDX header.
    /// </summary>
    public static long UnpackedBytes(Stream source, string name)
    {
        if (source.Length < SmallestFile)
        {
            throw new DataFormatException($"{name} is truncated: {source.Length} bytes are no whole gzip file; the smallest has {SmallestFile}.");
        }

        Span<byte> size = stackalloc byte[4];
        source.Position = source.Length - size.Length;
        source.ReadExactly(size);
        source.Position = 0;
        return BinaryPrimitives.ReadUInt32LittleEndian(size);
    }
}
