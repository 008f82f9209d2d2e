using System.Buffers.Binary;
using SixLabors.ImageSharp;

namespace ForwardForward.Imaging.Tests.Digits;

public sealed class BadPictureTests
{
    private static readonly byte[] Png = Sketch.Of(Drawing.Seven, 90, 90, 26, Color.White, Color.Black, 0.3f);
    private static readonly byte[] Jpeg = Sketch.Of(Drawing.Seven, 90, 90, 26, Color.White, Color.Black, 0.3f, kind: FileKind.Jpeg);

    [Fact]
    public void OtherFilesAreRefused()
    {
        const string Sentence = "The file is neither a PNG nor a JPEG picture; only these two are read.";
        Assert.Equal(Sentence, Fault("Once upon a time there was a seven."u8));
        Assert.Equal(Sentence, Fault([]));
        Assert.Equal(Sentence, Fault("GIF89a"u8));
        Assert.Equal(Sentence, Fault("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"u8));
    }

    [Theory]
    [InlineData(60_000, 60_000, "60000 x 60000")]
    [InlineData(10_001, 1, "10001 x 1")]
    [InlineData(9_000, 9_000, "9000 x 9000")]
    public void HugePicturesAreRefusedByTheirHeader(int width, int height, string size)
    {
        var png = (byte[])Png.Clone();
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        Assert.Equal($"The picture is {size} pixels; at most 10000 a side and 25000000 in all are accepted.", Fault(png));

        var jpeg = (byte[])Jpeg.Clone();
        var frame = jpeg.AsSpan().IndexOf([(byte)0xff, (byte)0xc0]);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 5), (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 7), (ushort)width);
        Assert.Equal($"The picture is {size} pixels; at most 10000 a side and 25000000 in all are accepted.", Fault(jpeg));
    }

    [Fact]
    public void SizesOfNothingAreRefused()
    {
        var png = (byte[])Png.Clone();
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(16), 0xffffffff);
        Assert.StartsWith("The picture claims to be 4294967295 x 90 pixels", Fault(png), StringComparison.Ordinal);
    }

    [Fact]
    public void LargeFilesAreRefused() => Assert.Equal(
        "The picture's file has 10000001 bytes; at most 10000000 are accepted.", Fault(new byte[10_000_001]));

    [Fact]
    public void EveryTruncationIsRefusedAndNothingElseIsThrown()
    {
        foreach (var file in new[] { Png, Jpeg })
        {
            for (var length = 0; length < file.Length - 20; length += Math.Max(1, length / 20))
            {
                Fault(file.AsSpan(0, length));
            }
        }
    }

    [Fact]
    public void ChangedBytesAreReadOrRefused()
    {
        foreach (var file in new[] { Png, Jpeg })
        {
            for (var at = 0; at < file.Length; at += 1 + (at / 30))
            {
                var broken = (byte[])file.Clone();
                broken[at] ^= 0xff;
                var fault = Record.Exception(() => DigitPreparation.FromPicture(broken));
                Assert.True(fault is null or ArgumentException, $"{fault}");
            }
        }
    }

    private static string Fault(ReadOnlySpan<byte> file)
    {
        var bytes = file.ToArray();
        return Assert.Throws<ArgumentException>(() => DigitPreparation.FromPicture(bytes)).Message;
    }
}
