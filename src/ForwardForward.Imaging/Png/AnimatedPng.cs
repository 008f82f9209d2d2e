using System.Buffers.Binary;
using System.IO.Hashing;

namespace ForwardForward.Imaging.Png;

/// <summary>
/// Puts PNG files of one size and kind together as an animated PNG (third edition of the PNG specification): their picture data becomes
/// frames, everything else comes from the first. Programs that know no animation show the first frame.
/// </summary>
internal static class AnimatedPng
{
    private const int SignatureLength = 8;

    /// <summary>The animation, which begins again when it is over.</summary>
    /// <param name="frames">PNG files, at least one.</param>
    /// <param name="delay">Milliseconds that a frame stays.</param>
    /// <param name="lastDelay">Milliseconds that the last one stays.</param>
    /// <exception cref="ArgumentException">There is no frame, or they differ in size or kind.</exception>
    public static byte[] Assemble(IReadOnlyList<byte[]> frames, ushort delay, ushort lastDelay)
    {
        if (frames.Count == 0)
        {
            throw new ArgumentException("An animation needs a frame.", nameof(frames));
        }

        using var file = new MemoryStream();
        file.Write(frames[0].AsSpan(0, SignatureLength));
        var header = Chunks(frames[0])[0].Data;
        var sequence = 0;
        for (var i = 0; i < frames.Count; i++)
        {
            var chunks = Chunks(frames[i]);
            if (!chunks[0].Data.Span.SequenceEqual(header.Span))
            {
                throw new ArgumentException($"Frame {i} has another size or kind than the first.", nameof(frames));
            }

            if (i == 0)
            {
                Write(file, "IHDR", header.Span);
                Write(file, "acTL", Numbers(frames.Count, 0));
                foreach (var (type, data) in chunks.Skip(1).TakeWhile(chunk => chunk.Type != "IDAT"))
                {
                    Write(file, type, data.Span);
                }
            }

            Write(file, "fcTL", Control(sequence++, header.Span, i == frames.Count - 1 ? lastDelay : delay));
            foreach (var (_, data) in chunks.Where(chunk => chunk.Type == "IDAT"))
            {
                if (i == 0)
                {
                    Write(file, "IDAT", data.Span);
                }
                else
                {
                    Write(file, "fdAT", [.. Numbers(sequence++), .. data.Span]);
                }
            }
        }

        Write(file, "IEND", []);
        return file.ToArray();
    }

    // Sequence number, size, offset 0, delay in thousandths of a second, no disposal; each frame takes the place of the one before.
    private static byte[] Control(int sequence, ReadOnlySpan<byte> header, ushort delay)
    {
        var data = new byte[26];
        BinaryPrimitives.WriteInt32BigEndian(data, sequence);
        header[..8].CopyTo(data.AsSpan(4));
        BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan(20), delay);
        BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan(22), 1000);
        return data;
    }

    private static byte[] Numbers(params ReadOnlySpan<int> numbers)
    {
        var data = new byte[4 * numbers.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(4 * i), numbers[i]);
        }

        return data;
    }

    private static List<(string Type, ReadOnlyMemory<byte> Data)> Chunks(byte[] png)
    {
        var chunks = new List<(string, ReadOnlyMemory<byte>)>();
        for (var at = SignatureLength; at + 12 <= png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            chunks.Add((System.Text.Encoding.ASCII.GetString(png, at + 4, 4), png.AsMemory(at + 8, length)));
            at += 12 + length;
        }

        return chunks;
    }

    private static void Write(MemoryStream file, string type, ReadOnlySpan<byte> data)
    {
        byte[] chunk = [.. System.Text.Encoding.ASCII.GetBytes(type), .. data];
        file.Write(Numbers(data.Length));
        file.Write(chunk);
        file.Write(Numbers((int)Crc32.HashToUInt32(chunk)));
    }
}
