using System.Buffers.Binary;
using System.IO.Hashing;

namespace ForwardForward.Imaging.Codec;

/// <summary>The chunks of a PNG file: four bytes of length, four of name, content, and a CRC-32 of name and content.</summary>
internal static class PngStructure
{
    private const int Frame = 12;
    private const int First = 8;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    /// <summary>Whether the file begins as a PNG does.</summary>
    public static bool IsPng(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    /// <summary>Width and height as the first chunk has them, unchecked.</summary>
    public static (int Width, int Height) ReadSize(ReadOnlySpan<byte> file) => file.Length >= 24 && file[12..].StartsWith("IHDR"u8)
        ? (BinaryPrimitives.ReadInt32BigEndian(file[16..]), BinaryPrimitives.ReadInt32BigEndian(file[20..]))
        : throw PictureHeader.Broken();

    /// <summary>Refuses a file that lacks its end or pixels or has a wrong bit in a chunk that matters; returns the picture's orientation.</summary>
    public static int CheckWhole(ReadOnlySpan<byte> file)
    {
        var orientation = ExifOrientation.Upright;
        using var data = new MemoryStream();
        var isDataOver = false;
        for (var at = First; at + Frame <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - Frame - at)
            {
                break;
            }

            var name = file.Slice(at + 4, 4);
            var content = file.Slice(at + 8, (int)length);
            if (IsCritical(name) && Crc32.HashToUInt32(file.Slice(at + 4, 4 + content.Length)) != BinaryPrimitives.ReadUInt32BigEndian(file[(at + 8 + content.Length)..]))
            {
                break;
            }

            if (name.SequenceEqual("IEND"u8))
            {
                data.Position = 0;
                PngPixelData.Check(file.Slice(First + 8, BinaryPrimitives.ReadInt32BigEndian(file[First..])), data);
                return orientation;
            }

            if (name.SequenceEqual("IDAT"u8) && !isDataOver)
            {
                data.Write(content);
            }

            isDataOver |= data.Length > 0 && !name.SequenceEqual("IDAT"u8);
            orientation = name.SequenceEqual("eXIf"u8) ? ExifOrientation.Read(content) : orientation;
            at += Frame + content.Length;
        }

        throw PictureHeader.Broken();
    }

    // By the specification, a name that begins with a capital letter is that of a chunk that no reader may do without.
    private static bool IsCritical(ReadOnlySpan<byte> name) => (name[0] & 0x20) == 0;
}
