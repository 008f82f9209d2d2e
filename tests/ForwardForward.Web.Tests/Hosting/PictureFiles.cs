using System.Buffers.Binary;
using ForwardForward.Imaging;

namespace ForwardForward.Web.Tests.Hosting;

/// <summary>Files of pictures, good and bad.</summary>
public static class PictureFiles
{
    /// <summary>A 7 drawn black on white, 40 x 40.</summary>
    public static byte[] JpegOfSeven { get; } = Convert.FromBase64String("/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//wAALCAAoACgBAREA/8QAGQABAAMBAQAAAAAAAAAAAAAAAAQFBwIG/8QALRAAAQIEBAMIAwEAAAAAAAAAAQIDAAQFEQYTITEHEoEVFyJCYZGk0kFVYqH/2gAIAQEAAD8A06KKpYxw/Sp9yRn6hlTDVudGS4q1wCNQkjYiIveDhT9r8d36xKpuMcP1WfbkZCoZsw7fkRkuJvYEnUpA2Bi9hFFUsHYfqs+5PT9PzZh23OvOcTewAGgUBsBEXu+woN6V8h37Rn9CpUlWeIZRRWVS9Mk3MzmQ4okpTpfmJv4j/h9I2eEI8lxIrvY+HFsMrtNTt2kW3CfMr206iHDehdj4cQ+8i01O2dXfcJ8qfbXqY9bCEZO607jXiWpp5tYkJA2UlYI8CD+R/Sutj6RrG20IQjgNNpdU6ltAcWAFLCRdQGwJ6n3juEf/2Q==");

    /// <summary>A bar, black on white.</summary>
    public static byte[] PngOfBar()
    {
        var pixels = new float[784];
        for (var y = 6; y < 22; y++)
        {
            pixels.AsSpan((y * 28) + 12, 3).Fill(1);
        }

        return Pictures.GreyMosaicPng([pixels], 28, 28, 1, 2);
    }

    /// <summary>A PNG of nothing but white.</summary>
    public static byte[] EmptyPng() => Pictures.GreyMosaicPng([new float[784]], 28, 28, 1, 2);

    /// <summary>A file of a few bytes that says that it is a PNG of this size.</summary>
    public static byte[] PngThatClaims(int width, int height)
    {
        var file = new byte[8 + 25 + 12];
        ((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]).CopyTo(file);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        Chunk("IHDR"u8, header, file.AsSpan(8));
        Chunk("IEND"u8, [], file.AsSpan(33));
        return file;
    }

    private static void Chunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data, Span<byte> destination)
    {
        BinaryPrimitives.WriteInt32BigEndian(destination, data.Length);
        type.CopyTo(destination[4..]);
        data.CopyTo(destination[8..]);
        BinaryPrimitives.WriteUInt32BigEndian(destination[(8 + data.Length)..], Crc(destination.Slice(4, 4 + data.Length)));
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320u);
            }
        }

        return ~crc;
    }
}
