using System.Buffers.Binary;
using System.IO.Compression;

namespace ForwardForward.Web.Tests.Hosting;

/// <summary>Reads the colours of a PNG of eight bits with no library but the framework's.</summary>
internal static class PngPixels
{
    /// <summary>Colours 0xRRGGBB, row by row.</summary>
    public static int[] Read(byte[] file)
    {
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20)));
        var bytes = file[25] switch { 6 => 4, 2 => 3, _ => throw new InvalidDataException($"Colour type {file[25]}.") };
        var data = new MemoryStream();
        for (var at = 8; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            if (file.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
            {
                data.Write(file, at + 8, length);
            }

            at += 12 + length;
        }

        data.Position = 0;
        using var inflated = new ZLibStream(data, CompressionMode.Decompress);
        var (above, row, colours) = (new byte[width * bytes], new byte[width * bytes], new int[width * height]);
        for (var y = 0; y < height; y++)
        {
            var filter = inflated.ReadByte();
            inflated.ReadExactly(row);
            for (var i = 0; i < row.Length; i++)
            {
                var (left, up, corner) = (i >= bytes ? row[i - bytes] : 0, above[i], i >= bytes ? above[i - bytes] : 0);
                row[i] += (byte)(filter switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => 0 });
            }

            for (var x = 0; x < width; x++)
            {
                colours[(y * width) + x] = (row[x * bytes] << 16) | (row[(x * bytes) + 1] << 8) | row[(x * bytes) + 2];
            }

            row.CopyTo(above, 0);
        }

        return colours;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var (a, b, c) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - (2 * corner)));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }
}
