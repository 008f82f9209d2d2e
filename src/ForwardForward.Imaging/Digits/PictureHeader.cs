using System.Buffers.Binary;

namespace ForwardForward.Imaging.Digits;

/// <summary>
/// Format and size of a picture from its header alone, so that a file that claims 60,000 x 60,000 pixels is refused before anything is
/// decoded.
/// </summary>
internal readonly record struct PictureHeader(bool IsPng, int Width, int Height)
{
    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    /// <summary>Reads the header; the message of the exception says what is accepted.</summary>
    public static PictureHeader Read(ReadOnlySpan<byte> file)
    {
        if (file.Length > DigitPreparation.MaximumFileBytes)
        {
            throw new ArgumentException($"The picture's file has {file.Length} bytes; at most {DigitPreparation.MaximumFileBytes} are accepted.");
        }

        var header = file.StartsWith(PngSignature) ? ReadPng(file)
            : file is [0xff, 0xd8, 0xff, ..] ? ReadJpeg(file)
            : throw new ArgumentException("The file is neither a PNG nor a JPEG picture; only these two are read.");
        return (header.Width, header.Height) switch
        {
            ( <= 0, _) or (_, <= 0) => throw new ArgumentException(
                $"The picture claims to be {(uint)header.Width} x {(uint)header.Height} pixels; it must have between 1 and {DigitPreparation.MaximumPictureSide} a side."),
            var (width, height) when width > DigitPreparation.MaximumPictureSide || height > DigitPreparation.MaximumPictureSide
                || (long)width * height > DigitPreparation.MaximumPicturePixels => throw new ArgumentException(
                $"The picture is {width} x {height} pixels; at most {DigitPreparation.MaximumPictureSide} a side and {DigitPreparation.MaximumPicturePixels} in all are accepted."),
            _ => header,
        };
    }

    private static PictureHeader ReadPng(ReadOnlySpan<byte> file) => file.Length >= 24 && file[12..].StartsWith("IHDR"u8)
        ? new(true, BinaryPrimitives.ReadInt32BigEndian(file[16..]), BinaryPrimitives.ReadInt32BigEndian(file[20..]))
        : throw Broken();

    private static PictureHeader ReadJpeg(ReadOnlySpan<byte> file)
    {
        // Segments: 0xff, marker, length (which counts itself), content. The frame header SOF has height and width behind one byte.
        for (var at = 2; at + 9 <= file.Length && file[at] == 0xff;)
        {
            var marker = file[at + 1];
            if (marker is >= 0xc0 and <= 0xcf and not (0xc4 or 0xc8 or 0xcc))
            {
                return new(false, BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]));
            }

            var isFill = marker == 0xff;
            at += isFill ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        }

        throw Broken();
    }

    /// <summary>The picture is of the right format but damaged.</summary>
    public static ArgumentException Broken() => new("The picture is broken or incomplete; send a whole PNG or JPEG file.");
}
