using System.Buffers.Binary;

namespace ForwardForward.Imaging.Codec;

/// <summary>How a camera was held, the one thing of a photograph's EXIF data that is needed; the rest is never parsed.</summary>
internal static class ExifOrientation
{
    /// <summary>The first row is the top and the first column the left.</summary>
    public const int Upright = 1;

    private const int Tag = 0x0112;
    private const int EntryLength = 12;

    /// <summary>
    /// Tag 0x0112 of the first directory of a TIFF structure: byte order, 42, where the directory is, its number of entries, entries of tag,
    /// type, count and value. What is damaged or says nothing counts as upright.
    /// </summary>
    public static int Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8 || !(tiff.StartsWith("II"u8) || tiff.StartsWith("MM"u8)))
        {
            return Upright;
        }

        var isLittle = tiff[0] == 'I';
        var directory = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (directory > tiff.Length - 2)
        {
            return Upright;
        }

        var entries = tiff[(int)directory..];
        var count = Short(entries, isLittle);
        entries = entries[2..];
        for (var i = 0; i < count && entries.Length >= EntryLength; i++, entries = entries[EntryLength..])
        {
            if (Short(entries, isLittle) == Tag)
            {
                var value = Short(entries[8..], isLittle);
                return value is >= 1 and <= 8 ? value : Upright;
            }
        }

        return Upright;
    }

    private static int Short(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
