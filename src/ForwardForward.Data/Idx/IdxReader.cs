using System.Buffers.Binary;
using System.IO.Compression;

namespace ForwardForward.Data.Idx;

/// <summary>
/// Reads IDX files of unsigned bytes, plain or gzip (told apart by their first bytes, not by their name). Sizes are checked against the
/// file before memory is taken, so a lying header costs nothing.
/// </summary>
public static class IdxReader
{
    internal const byte UnsignedByte = 8;

    /// <summary>Values that a file may hold unless told otherwise: 1 GiB, twenty times MNIST's training images.</summary>
    public const long DefaultMaximumValues = 1L << 30;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="dimensions">Dimensions it must have: 1 for labels, 3 for images.</param>
    /// <param name="maximumValues">Largest number of values to accept.</param>
    /// <exception cref="DataFormatException">The file is no such array; the message says why.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IdxArray ReadFile(string path, int dimensions, long maximumValues = DefaultMaximumValues)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        return Read(file, path, dimensions, maximumValues);
    }

    /// <summary>Reads from a seekable stream that holds the file and nothing else; <paramref name="name"/> stands in messages.</summary>
    /// <inheritdoc cref="ReadFile"/>
    public static IdxArray Read(Stream source, string name, int dimensions, long maximumValues = DefaultMaximumValues)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimensions);
        if (!GzipTrailer.IsGzip(source))
        {
            return ReadPlain(source, name, dimensions, maximumValues, source.Length, isGzip: false);
        }

        var unpackedBytes = GzipTrailer.UnpackedBytes(source, name);
        using var unpacked = new GZipStream(source, CompressionMode.Decompress, leaveOpen: true);
        try
        {
            return ReadPlain(unpacked, name, dimensions, maximumValues, unpackedBytes, isGzip: true);
        }
        catch (InvalidDataException exception)
        {
            throw new DataFormatException($"{name} is a broken gzip file ({exception.Message.TrimEnd('.')}); fetch it again.", exception);
        }
    }

    private static IdxArray ReadPlain(Stream source, string name, int dimensions, long maximumValues, long length, bool isGzip)
    {
        var sizes = ReadHeader(source, name, dimensions);
        var shape = string.Join(" x ", sizes);
        long count = 1;
        foreach (var size in sizes)
        {
            if (size < 0 || (size > 0 && count > maximumValues / size))
            {
                throw new DataFormatException($"{name} declares {shape} values; at most {maximumValues} are accepted.");
            }

            count *= size;
        }

        var expected = 4 + (4L * dimensions) + count;
        if (length != expected)
        {
            var what = isGzip ? "is truncated or has extra bytes at its end" : length < expected ? "is truncated" : "has extra bytes at its end";
            var found = isGzip ? $"its gzip trailer states {length} bytes unpacked" : $"it has {length} bytes";
            throw new DataFormatException($"{name} {what}: {found}, but its header declares {shape} values, which makes {expected} bytes.");
        }

        var values = new byte[count];
        var read = source.ReadAtLeast(values, values.Length, throwOnEndOfStream: false);
        if (read < values.Length)
        {
            throw new DataFormatException($"{name} is truncated: it ends after {read} of the {count} values that its header declares.");
        }

        if (source.ReadByte() >= 0)
        {
            throw new DataFormatException($"{name} has extra bytes at its end: it should hold {expected} bytes unpacked.");
        }

        return new IdxArray(sizes, values);
    }

    private static int[] ReadHeader(Stream source, string name, int dimensions)
    {
        Span<byte> magic = stackalloc byte[4];
        var got = source.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false);
        var right = (UnsignedByte << 8) | dimensions;
        if (got < magic.Length)
        {
            throw new DataFormatException($"{name} is truncated: it has {got} bytes; an IDX file starts with the four bytes of magic 0x{right:x8}.");
        }

        var found = BinaryPrimitives.ReadUInt32BigEndian(magic);
        if (found != right)
        {
            throw new DataFormatException(
                $"{name} starts with magic 0x{found:x8}; an IDX file of unsigned bytes with {dimensions} dimension{(dimensions == 1 ? "" : "s")} starts with 0x{right:x8}.");
        }

        var bytes = new byte[4 * dimensions];
        got = source.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (got < bytes.Length)
        {
            throw new DataFormatException($"{name} is truncated: it ends inside its header, after {4 + got} of {4 + bytes.Length} bytes.");
        }

        var sizes = new int[dimensions];
        for (var i = 0; i < dimensions; i++)
        {
            sizes[i] = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(4 * i));
        }

        return sizes;
    }
}
