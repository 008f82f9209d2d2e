using System.Numerics;
using System.Runtime.InteropServices;

namespace ForwardForward.Runs.Snapshots;

/// <summary>
/// A snapshot as a file: eight bytes that say what it is, the length of what follows, the content, and a CRC-32C of the content. A file that
/// was cut short, has grown or has a wrong bit anywhere is refused.
/// </summary>
internal static class SnapshotFile
{
    private const int Frame = 8 + sizeof(int) + sizeof(uint);

    /// <summary>No snapshot comes near this; a length beyond is not believed.</summary>
    private const int Largest = 64 << 20;

    private static ReadOnlySpan<byte> Magic => "FFSNAP01"u8;

    // Written only where there is colour, so that programs before it can read all the others.
    private static ReadOnlySpan<byte> MagicOfColour => "FFSNAP02"u8;

    /// <summary>A snapshot as the bytes of a file.</summary>
    public static byte[] Encode(Moment moment)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        var inColour = MomentContent.IsInColour(moment);
        writer.Write(inColour ? MagicOfColour : Magic);
        writer.Write(0);
        MomentContent.Write(writer, moment, inColour);
        writer.Flush();
        var length = (int)stream.Length - Magic.Length - sizeof(int);
        writer.Write(Checksum(stream.GetBuffer().AsSpan(Magic.Length + sizeof(int), length)));
        writer.Flush();
        stream.Position = Magic.Length;
        writer.Write(length);
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>Reads the bytes of a file.</summary>
    /// <exception cref="SnapshotFormatException">They are no snapshot, or a broken one.</exception>
    public static Moment Decode(byte[] file)
    {
        var inColour = file.AsSpan().StartsWith(MagicOfColour);
        if (file.Length < Frame || (!inColour && !file.AsSpan().StartsWith(Magic)))
        {
            throw new SnapshotFormatException("It does not begin as a snapshot of this program does.");
        }

        var length = BitConverter.ToInt32(file, Magic.Length);
        if (length is < 0 or > Largest || length != file.Length - Frame)
        {
            throw new SnapshotFormatException($"It says that it has {length} bytes of content, and has {file.Length - Frame}.");
        }

        var content = file.AsSpan(Magic.Length + sizeof(int), length);
        if (Checksum(content) != BitConverter.ToUInt32(file, file.Length - sizeof(uint)))
        {
            throw new SnapshotFormatException("Its checksum does not fit its content.");
        }

        try
        {
            using var reader = new BinaryReader(new MemoryStream(file, Magic.Length + sizeof(int), length, writable: false));
            return MomentContent.Read(reader, inColour);
        }
        catch (Exception exception) when (exception is EndOfStreamException or FormatException)
        {
            throw new SnapshotFormatException($"Its content cannot be read. {exception.Message}", exception);
        }
    }

    private static uint Checksum(ReadOnlySpan<byte> content)
    {
        var sum = uint.MaxValue;
        var words = MemoryMarshal.Cast<byte, ulong>(content);
        foreach (var word in words)
        {
            sum = BitOperations.Crc32C(sum, word);
        }

        foreach (var one in content[(words.Length * sizeof(ulong))..])
        {
            sum = BitOperations.Crc32C(sum, one);
        }

        return ~sum;
    }
}
