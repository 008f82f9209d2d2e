using System.Buffers.Binary;
using System.IO.Compression;

namespace ForwardForward.Data.Tests.Idx;

/// <summary>Builds IDX files, good and bad ones.</summary>
internal static class IdxBytes
{
    public static byte[] File(int[] dimensions, byte[] values, uint? magic = null)
    {
        var bytes = new byte[4 + (4 * dimensions.Length) + values.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, magic ?? (uint)(0x800 | dimensions.Length));
        for (var i = 0; i < dimensions.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4 + (4 * i)), dimensions[i]);
        }

        values.CopyTo(bytes, 4 + (4 * dimensions.Length));
        return bytes;
    }

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    /// <summary>Values that do not compress to nothing.</summary>
    public static byte[] Values(int count) => [.. Enumerable.Range(0, count).Select(i => (byte)((i * 2654435761L) >> 7))];
}
