using System.Buffers.Binary;
using System.IO.Compression;

namespace ForwardForward.Imaging.Codec;

/// <summary>
/// Whether the compressed data of a PNG is all there. The library turns for ever in an interlaced picture whose data ends early, and gives
/// back half of any other one, so the data is unpacked once and counted before the library sees it.
/// </summary>
internal static class PngPixelData
{
    private const int HeaderLength = 13;
    private const int PieceBytes = 64 << 10;

    /// <summary>Left, top, and distances across and down of the seven passes of Adam7.</summary>
    private static readonly (int X, int Y, int Across, int Down)[] Passes =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <summary>Refuses data that ends before the last pixel.</summary>
    /// <param name="header">Content of the chunk IHDR.</param>
    /// <param name="data">Content of the first chunks IDAT that follow on one another.</param>
    public static void Check(ReadOnlySpan<byte> header, Stream data)
    {
        var missing = Length(header);
        var piece = new byte[PieceBytes];
        try
        {
            using var unpacked = new ZLibStream(data, CompressionMode.Decompress);
            while (missing > 0 && unpacked.Read(piece) is > 0 and var count)
            {
                missing -= count;
            }
        }
        catch (InvalidDataException exception)
        {
            throw PictureHeader.Broken(exception);
        }

        if (missing > 0)
        {
            throw PictureHeader.Broken();
        }
    }

    /// <summary>Bytes of all rows of all passes; every row begins with a byte that names its filter.</summary>
    private static long Length(ReadOnlySpan<byte> header)
    {
        if (header.Length != HeaderLength || header[12] > 1)
        {
            throw PictureHeader.Broken();
        }

        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header[4..]));
        var bits = BitsOfAPixel(header[8], header[9]);
        return header[12] == 0
            ? Rows(width, height, bits)
            : Passes.Sum(pass => Rows(Count(width, pass.X, pass.Across), Count(height, pass.Y, pass.Down), bits));
    }

    private static int BitsOfAPixel(byte depth, byte colours) => (colours, depth) switch
    {
        (0, 1 or 2 or 4 or 8 or 16) or (3, 1 or 2 or 4 or 8) => depth,
        (2, 8 or 16) => 3 * depth,
        (4, 8 or 16) => 2 * depth,
        (6, 8 or 16) => 4 * depth,
        _ => throw PictureHeader.Broken(),
    };

    private static long Rows(int width, int height, int bits) => width == 0 ? 0 : height * (1 + ((((long)width * bits) + 7) / 8));

    private static int Count(int length, int start, int distance) => Math.Max(0, (length - start + distance - 1) / distance);
}
