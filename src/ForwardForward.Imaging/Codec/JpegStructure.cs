using System.Buffers.Binary;

namespace ForwardForward.Imaging.Codec;

/// <summary>
/// What the segments of a JPEG file (ITU-T T.81, annex B) say before its first scan: 0xff, a marker, a length that counts itself, content.
/// </summary>
/// <param name="Width">Width in pixels, unchecked.</param>
/// <param name="Height">Height in pixels, unchecked.</param>
/// <param name="Kind">Marker of the frame header: how the picture is coded.</param>
/// <param name="Bits">Bits of a sample.</param>
/// <param name="Orientation">How the camera was held, as EXIF has it.</param>
/// <param name="FirstScan">Where the first scan begins.</param>
internal readonly record struct JpegStructure(int Width, int Height, byte Kind, int Bits, int Orientation, int FirstScan)
{
    private const byte StartOfScan = 0xda;
    private const byte EndOfImage = 0xd9;
    private const byte ApplicationOne = 0xe1;

    private static ReadOnlySpan<byte> ExifName => "Exif\0\0"u8;

    /// <summary>Whether the file begins as a JPEG does.</summary>
    public static bool IsJpeg(ReadOnlySpan<byte> file) => file is [0xff, 0xd8, 0xff, ..];

    /// <summary>Reads the segments up to the first scan.</summary>
    public static JpegStructure Read(ReadOnlySpan<byte> file)
    {
        var result = new JpegStructure(0, 0, 0, 0, ExifOrientation.Upright, 0);
        for (var at = 2; at + 4 <= file.Length && file[at] == 0xff;)
        {
            var marker = file[at + 1];
            if (IsAlone(marker))
            {
                // Fill bytes may stand before any marker.
                at += marker == 0xff ? 1 : 2;
                continue;
            }

            if (marker == StartOfScan && result.Kind != 0)
            {
                return result with { FirstScan = at };
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (length < 2 || at + 2 + length > file.Length)
            {
                break;
            }

            var content = file.Slice(at + 4, length - 2);
            if (IsFrame(marker) && content.Length >= 5)
            {
                result = result with
                {
                    Kind = marker,
                    Bits = content[0],
                    Height = BinaryPrimitives.ReadUInt16BigEndian(content[1..]),
                    Width = BinaryPrimitives.ReadUInt16BigEndian(content[3..]),
                };
            }
            else if (marker == ApplicationOne && content.StartsWith(ExifName))
            {
                result = result with { Orientation = ExifOrientation.Read(content[ExifName.Length..]) };
            }

            at += 2 + length;
        }

        throw PictureHeader.Broken();
    }

    /// <summary>Refuses kinds that are not read, a file that lacks its end, and one that would be decoded for minutes.</summary>
    public void CheckWhole(ReadOnlySpan<byte> file)
    {
        if (Kind is not (0xc0 or 0xc1 or 0xc2) || Bits != 8)
        {
            throw new ArgumentException(
                "The picture is a JPEG of a rare kind (lossless, arithmetic coding, or not 8 bits a colour); save it as an ordinary JPEG or as a PNG.");
        }

        // Within a scan the byte 0xff is always followed by 0 or a restart marker, so these two bytes are the marker itself.
        var scans = file[FirstScan..];
        if (scans.IndexOf([(byte)0xff, EndOfImage]) < 0)
        {
            throw PictureHeader.Broken();
        }

        var count = scans.Count([(byte)0xff, StartOfScan]);
        if (count > PictureLimits.Scans)
        {
            throw new ArgumentException($"The picture is a JPEG in {count} passes; at most {PictureLimits.Scans} are accepted. Save it as an ordinary JPEG or as a PNG.");
        }
    }

    private static bool IsAlone(byte marker) => marker is 0xff or 0x01 or (>= 0xd0 and <= 0xd8);

    private static bool IsFrame(byte marker) => marker is >= 0xc0 and <= 0xcf and not (0xc4 or 0xc8 or 0xcc);
}
