using System.Buffers.Binary;
using System.Text;

namespace ForwardForward.Imaging.Tests;

public sealed class AnimatedPngTests
{
    private static readonly int[][] Moments = [.. Enumerable.Range(1, 3).Select(moment => Enumerable.Range(0, 24).Select(i => (moment * 0x400000) + (i * 0x0408)).ToArray())];

    [Fact]
    public void EveryChunkHasItsChecksumAndTheOrderIsThatOfTheSpecification()
    {
        var chunks = Chunks(Film());

        Assert.Equal(("IHDR", "acTL", "IEND"), (chunks[0].Type, chunks[1].Type, chunks[^1].Type));
        Assert.Equal((3, 0), (Number(chunks[1].Data, 0), Number(chunks[1].Data, 4)));

        // Frame controls and frame data share one count; controls come before the data that they are about.
        var numbered = chunks.Where(chunk => chunk.Type is "fcTL" or "fdAT").ToArray();
        Assert.Equal(Enumerable.Range(0, numbered.Length), numbered.Select(chunk => Number(chunk.Data, 0)));
        Assert.Equal("fcTL", chunks[chunks.FindIndex(chunk => chunk.Type == "IDAT") - 1].Type);
    }

    [Fact]
    public void FramesHaveTheSizeOfThePictureAndTheLastOneStays()
    {
        var chunks = Chunks(Film());
        var header = chunks[0].Data;
        var controls = chunks.Where(chunk => chunk.Type == "fcTL").Select(chunk => chunk.Data).ToArray();

        Assert.Equal(3, controls.Length);
        Assert.All(controls, control => Assert.Equal(header[..8], control[4..12]));
        Assert.All(controls, control => Assert.Equal((0, 0, 1000), (Number(control, 12), Number(control, 16), BinaryPrimitives.ReadUInt16BigEndian(control.AsSpan(22)))));
        Assert.Equal([200, 200, 1200], controls.Select(control => (int)BinaryPrimitives.ReadUInt16BigEndian(control.AsSpan(20))));
    }

    [Fact]
    public void EveryFrameIsThePictureOfItsMoment()
    {
        var chunks = Chunks(Film());
        for (var frame = 0; frame < Moments.Length; frame++)
        {
            var picture = new Decoded(Still(chunks, frame));
            for (var i = 0; i < 24; i++)
            {
                // Four fields of 3 x 2 in rows of two, zoomed twice.
                var (left, top) = ((i / 6 % 2 * 7) + (i % 3 * 2), (i / 12 * 5) + (i / 3 % 2 * 2));
                Assert.Equal(Moments[frame][i], picture[left, top]);
            }
        }
    }

    [Theory]
    [InlineData(0, 24, "frames")]
    [InlineData(2, 25, "whole tiles")]
    public void MomentsThatMakeNoFilmAreRefused(int count, int length, string word) => Assert.Contains(
        word, Assert.ThrowsAny<ArgumentException>(() => ColourTiles.Apng([.. Enumerable.Range(0, count).Select(_ => new int[length])], 3, 2, 2, 1, 100)).Message, StringComparison.Ordinal);

    [Fact]
    public void MomentsOfDifferentSizesAndFilmsThatAreTooLargeAreRefused()
    {
        Assert.Throws<ArgumentException>(() => ColourTiles.Apng([new int[6], new int[12]], 3, 2, 2, 1, 100));
        Assert.Contains("pixels", Assert.Throws<ArgumentException>(() => ColourTiles.Apng([.. Enumerable.Repeat(new int[784 * 100], 48)], 28, 28, 10, 8, 100)).Message, StringComparison.Ordinal);
        Assert.ThrowsAny<ArgumentException>(() => ColourTiles.Apng(Moments, 3, 2, 2, 1, 0));
    }

    private static byte[] Film() => ColourTiles.Apng(Moments, 3, 2, 2, 2, 200);

    // A frame as a PNG file of its own, as a program that shows it would take it.
    private static byte[] Still(List<(string Type, byte[] Data)> chunks, int frame)
    {
        var (seen, data) = (-1, new List<byte>());
        foreach (var (type, content) in chunks)
        {
            seen += type == "fcTL" ? 1 : 0;
            if (seen == frame && type is ("IDAT" or "fdAT"))
            {
                data.AddRange(content[(type == "IDAT" ? 0 : 4)..]);
            }
        }

        return [0x89, .. "PNG\r\n\u001A\n"u8, .. Chunk("IHDR", chunks[0].Data), .. Chunk("IDAT", [.. data]), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] content = [.. Encoding.ASCII.GetBytes(type), .. data];
        var (length, sum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Checksum(content));
        return [.. length, .. content, .. sum];
    }

    private static List<(string Type, byte[] Data)> Chunks(byte[] file)
    {
        Assert.Equal([0x89, .. "PNG\r\n\u001A\n"u8], file[..8]);
        var chunks = new List<(string, byte[])>();
        for (var at = 8; at < file.Length;)
        {
            var length = Number(file, at);
            Assert.Equal(Checksum(file[(at + 4)..(at + 8 + length)]), (uint)Number(file, at + 8 + length));
            chunks.Add((Encoding.ASCII.GetString(file, at + 4, 4), file[(at + 8)..(at + 8 + length)]));
            at += 12 + length;
        }

        return chunks;
    }

    private static int Number(byte[] bytes, int at) => BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));

    // Bit by bit, as the specification defines it.
    private static uint Checksum(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xEDB88320u : sum >> 1;
            }
        }

        return ~sum;
    }
}
