using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace ForwardForward.Frames.Codec;

/// <summary>
/// A frame as the content of a file: the letters FFFR, the form's version (2 bytes, 1), 2 bytes that are 0, the length of what follows the
/// header and its CRC-32C (4 bytes each; all numbers little-endian), then the frame as MessagePack. What was cut short, damaged or written
/// by a later version is refused, never half read.
/// </summary>
public static class FrameFile
{
    /// <summary>Bytes before the frame.</summary>
    public const int HeaderLength = 16;

    /// <summary>The version that is written, and the highest that is read.</summary>
    public const int Version = 1;

    private static ReadOnlySpan<byte> Letters => "FFFR"u8;

    /// <summary>The bytes of a file.</summary>
    public static byte[] Write(Frame frame)
    {
        var content = FrameMessagePack.Write(frame);
        var file = new byte[HeaderLength + content.Length];
        Letters.CopyTo(file);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(4), Version);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(8), content.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(12), Checksum(content));
        content.CopyTo(file.AsSpan(HeaderLength));
        return file;
    }

    /// <summary>Reads the bytes of a file.</summary>
    /// <exception cref="FrameFormatException">They are no such file, or a damaged one.</exception>
    public static Frame Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderLength || !file[..4].SequenceEqual(Letters))
        {
            throw new FrameFormatException($"This is no file of a frame: it must begin with FFFR and have {HeaderLength} bytes at least.");
        }

        var version = BinaryPrimitives.ReadUInt16LittleEndian(file[4..]);
        if (version != Version || BinaryPrimitives.ReadUInt16LittleEndian(file[6..]) != 0)
        {
            throw new FrameFormatException($"The frame was written in version {version} of the form; this program reads version {Version}.");
        }

        var content = file[HeaderLength..];
        var length = BinaryPrimitives.ReadUInt32LittleEndian(file[8..]);
        if (length != content.Length)
        {
            throw new FrameFormatException($"The file says that {length} bytes follow its header; {content.Length} do.");
        }

        return BinaryPrimitives.ReadUInt32LittleEndian(file[12..]) == Checksum(content)
            ? FrameMessagePack.Read(content)
            : throw new FrameFormatException("The file is damaged: its checksum is another one than its content has.");
    }

    // CRC-32C, Castagnoli's polynomial, begun with all ones and inverted at the end.
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(bytes))
        {
            sum = BitOperations.Crc32C(sum, BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word));
        }

        foreach (var single in bytes[(bytes.Length & ~7)..])
        {
            sum = BitOperations.Crc32C(sum, single);
        }

        return ~sum;
    }
}
