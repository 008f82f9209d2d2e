using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Hashing;
using ForwardForward.Imaging.Codec;
using ForwardForward.Imaging.Tests.Digits;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Png;

namespace ForwardForward.Imaging.Tests.Codec;

/// <summary>
/// Stands guard over the library's decoders: thousands of damaged files, always the same ones, are read or refused with a sentence, in
/// bounded memory and time.
/// </summary>
public sealed class FuzzTests
{
    private const int Rounds = 400;
    private const long MemoryLimit = 40_000_000;
    private static readonly TimeSpan LongestDecoding = TimeSpan.FromSeconds(10);

    private static readonly byte[][] Pngs =
    [
        Png(PngColorType.RgbWithAlpha, PngBitDepth.Bit8, PngInterlaceMode.None),
        Png(PngColorType.Palette, PngBitDepth.Bit4, PngInterlaceMode.None),
        Png(PngColorType.Grayscale, PngBitDepth.Bit16, PngInterlaceMode.Adam7),
    ];

    private static readonly byte[][] Jpegs =
    [
        Sketch.Of(Drawing.Seven, 90, 90, 26, Color.Ivory, Color.DarkBlue, new JpegEncoder { ColorType = JpegColorType.YCbCrRatio420 }, 0.3f),
        Fixture.Read("progressive.jpg"),
        Fixture.Read("grey-with-restarts.jpg"),
        Fixture.Read("cmyk.jpg"),
    ];

    private static readonly byte[][] All = [.. Pngs, .. Jpegs];

    [Fact]
    public void FilesThatWereCutShort()
    {
        foreach (var file in All)
        {
            for (var length = 0; length < file.Length; length += 1 + (length / 40))
            {
                Decode(file[..length]);
            }
        }
    }

    [Fact]
    public void WrongBits() => ForEach(All, (file, random) => Decode(Flipped(file, random)));

    // A flipped bit alone would hardly ever pass the checksums.
    [Fact]
    public void WrongBitsUnderRightChecksums() => ForEach(Pngs, (file, random) => Decode(WithRightChecksums(Flipped(file, random))));

    [Fact]
    public void WrongBitsInThePicturesData() => ForEach(Jpegs, (file, random) =>
    {
        // Behind the first scan's header, and no new markers: the entropy decoder gets to see all of it.
        var first = file.AsSpan().IndexOf([(byte)0xff, (byte)0xda]) + 14;
        byte[] broken = [.. file];
        for (var i = random.Next(1, 30); i > 0; i--)
        {
            ref var one = ref broken[random.Next(first, file.Length - 2)];
            one = one == 0xff ? one : (byte)random.Next(0xff);
        }

        Decode(broken);
    });

    [Fact]
    public void PngHeadersThatLie() => ForEach(Pngs, (file, random) =>
    {
        byte[] lying = [.. file];
        BinaryPrimitives.WriteInt32BigEndian(lying.AsSpan(16), Side(random));
        BinaryPrimitives.WriteInt32BigEndian(lying.AsSpan(20), Side(random));
        if (random.Next(2) == 0)
        {
            lying[24] = (byte)(1 << random.Next(6));
            lying[25] = (byte)random.Next(8);
            lying[28] = (byte)random.Next(3);
        }

        Decode(WithRightChecksums(lying));
    });

    [Fact]
    public void JpegHeadersThatLie() => ForEach(Jpegs, (file, random) =>
    {
        byte[] lying = [.. file];
        var segments = Segments(file);
        var frame = segments.First(at => file[at + 1] is 0xc0 or 0xc2);
        if (random.Next(2) == 0)
        {
            BinaryPrimitives.WriteUInt16BigEndian(lying.AsSpan(frame + 5), (ushort)Side(random));
            BinaryPrimitives.WriteUInt16BigEndian(lying.AsSpan(frame + 7), (ushort)Side(random));
        }

        // Number of components, sampling factors, tables; then any byte of any segment, lengths included.
        lying[frame + random.Next(9, 19)] = (byte)random.Next(256);
        for (var i = random.Next(3); i > 0; i--)
        {
            var at = segments[random.Next(segments.Count)];
            lying[at + random.Next(1, 20)] = (byte)random.Next(256);
        }

        Decode(lying);
    });

    [Fact]
    public void PiecesInTheWrongPlace() => ForEach(All, (file, random) =>
    {
        var other = All[random.Next(All.Length)];
        var (from, to) = (random.Next(file.Length), random.Next(other.Length));
        byte[] spliced = [.. file[..from], .. other[to..]];
        Decode(random.Next(2) == 0 ? spliced : WithRightChecksums(spliced));

        var (start, length) = (random.Next(2, file.Length), random.Next(1, 200));
        var end = Math.Min(file.Length, start + length);
        Decode(WithRightChecksums([.. file[..end], .. file[start..]]));
        Decode(WithRightChecksums([.. file[..start], .. file[end..]]));
    });

    private static void Decode(byte[] file)
    {
        var memory = new DecodingMemory(MemoryLimit);
        var (before, clock) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());
        var fault = Record.Exception(() =>
        {
            using var picture = PictureDecoder.Decode(file, memory);
            picture.Row(picture.Height - 1);
        });

        var managed = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(fault is null || fault.GetType() == typeof(ArgumentException), $"{fault}");
        Assert.False(fault is not null && string.IsNullOrWhiteSpace(fault.Message));
        Assert.True(memory.MostHeld <= MemoryLimit && managed <= MemoryLimit, $"{memory.MostHeld} bytes were held and {managed} allocated.");
        Assert.True(clock.Elapsed < LongestDecoding, $"It took {clock.Elapsed}.");
    }

    private static void ForEach(byte[][] files, Action<byte[], Random> damage)
    {
        for (var round = 0; round < Rounds; round++)
        {
            // The seed of every round for itself: a file that failed can be made again.
            damage(files[round % files.Length], new Random(round));
        }
    }

    private static byte[] Flipped(byte[] file, Random random)
    {
        byte[] broken = [.. file];
        for (var i = random.Next(1, 9); i > 0; i--)
        {
            broken[random.Next(file.Length)] ^= (byte)(1 << random.Next(8));
        }

        return broken;
    }

    // Mostly small, sometimes none, sometimes as large as can be.
    private static int Side(Random random) => random.Next(10) switch
    {
        0 => 0,
        1 => 65_535,
        2 => random.Next(1, 5000),
        _ => random.Next(1, 300),
    };

    private static List<int> Segments(byte[] jpeg)
    {
        var segments = new List<int>();
        for (var at = 2; jpeg[at + 1] != 0xda; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 2)))
        {
            segments.Add(at);
        }

        return segments;
    }

    private static byte[] WithRightChecksums(byte[] png)
    {
        for (long at = 8; at + 12 <= png.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan((int)at));
            if (at + 12 + length > png.Length)
            {
                break;
            }

            BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan((int)(at + 8 + length)), Crc32.HashToUInt32(png.AsSpan((int)at + 4, 4 + (int)length)));
            at += 12 + length;
        }

        return png;
    }

    private static byte[] Png(PngColorType colours, PngBitDepth depth, PngInterlaceMode interlace) => Sketch.Of(
        Drawing.Seven, 90, 90, 26, Color.Ivory, Color.DarkBlue, new PngEncoder { ColorType = colours, BitDepth = depth, InterlaceMethod = interlace }, 0.3f);
}
