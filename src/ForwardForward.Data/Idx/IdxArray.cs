using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ForwardForward.Data.Idx;

/// <summary>An array of bytes as an IDX file holds it, in row-major order.</summary>
/// <param name="Dimensions">Lengths of the axes: <c>[count]</c> for labels, <c>[count, height, width]</c> for images.</param>
/// <param name="Values">The values; their number is the product of the dimensions.</param>
public sealed record IdxArray(IReadOnlyList<int> Dimensions, byte[] Values)
{
    /// <summary>
    /// The file's header: two zero bytes, 8 for "unsigned byte", the number of dimensions, then each dimension as a big-endian 32-bit number.
    /// </summary>
    public byte[] Header()
    {
        var header = new byte[4 + (4 * Dimensions.Count)];
        header[2] = IdxReader.UnsignedByte;
        header[3] = (byte)Dimensions.Count;
        for (var i = 0; i < Dimensions.Count; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 + (4 * i)), Dimensions[i]);
        }

        return header;
    }

    /// <summary>SHA-256 of the unpacked file (header and values) in lower-case hexadecimal.</summary>
    public string Sha256()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Header());
        hash.AppendData(Values);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Writes the plain file.</summary>
    public void WriteTo(Stream destination)
    {
        destination.Write(Header());
        destination.Write(Values);
    }
}
