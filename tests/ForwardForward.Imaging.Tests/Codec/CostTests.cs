using System.Buffers.Binary;
using ForwardForward.Imaging.Codec;

namespace ForwardForward.Imaging.Tests.Codec;

/// <summary>A small file that makes a decoder work hard is refused, and no picture takes more memory than is said.</summary>
public sealed class CostTests
{
    [Fact]
    public void AProgressivePictureOfFullColoursAndFullSizeIsRefusedForItsMemory()
    {
        var file = Claiming(Fixture.Read("progressive-full-colour.jpg"), 5000, 5000);
        Assert.Equal(
            "The picture takes more than 190 MB to decode; send a smaller one, or save it as an ordinary JPEG, not a progressive one.",
            Assert.Throws<ArgumentException>(() => DigitPreparation.FromPicture(file)).Message);
    }

    [Fact]
    public void TheLargestPictureOfEveryOtherKindIsDecodedWithinTheMemoryThatIsSaid()
    {
        foreach (var name in new[] { "progressive.jpg", "grey-with-restarts.jpg" })
        {
            var memory = new DecodingMemory(PictureLimits.DecodingMegabytes * 1_000_000L);
            using (var picture = PictureDecoder.Decode(Claiming(Fixture.Read(name), 5000, 5000), memory))
            {
                Assert.Equal((5000, 5000), (picture.Width, picture.Height));
            }

            Assert.InRange(memory.MostHeld, 75_000_000, 190_000_000);
            Assert.Equal(0, memory.Held);
        }
    }

    [Fact]
    public void AJpegOfManyPassesIsRefused()
    {
        var file = Fixture.Read("progressive.jpg");
        byte[] pass = [0xff, 0xda, 0, 8, 1, 1, 0, 1, 63, 0];
        byte[] many = [.. file[..^2], .. Enumerable.Repeat(pass, 200).SelectMany(bytes => bytes), .. file[^2..]];
        Assert.Equal(
            "The picture is a JPEG in 210 passes; at most 100 are accepted. Save it as an ordinary JPEG or as a PNG.",
            Assert.Throws<ArgumentException>(() => DigitPreparation.FromPicture(many)).Message);
    }

    private static byte[] Claiming(byte[] jpeg, ushort width, ushort height)
    {
        var frame = Math.Max(jpeg.AsSpan().IndexOf([(byte)0xff, (byte)0xc0]), jpeg.AsSpan().IndexOf([(byte)0xff, (byte)0xc2]));
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 5), height);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 7), width);
        return jpeg;
    }
}
