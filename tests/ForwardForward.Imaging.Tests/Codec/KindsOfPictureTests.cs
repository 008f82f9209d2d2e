using ForwardForward.Imaging.Tests.Digits;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Png;

namespace ForwardForward.Imaging.Tests.Codec;

/// <summary>Every way in which programs and cameras store a picture gives the same digit, or a sentence.</summary>
public sealed class KindsOfPictureTests
{
    private static readonly byte[] Seven = DigitPreparation.FromStrokes(Drawing.Seven)!;

    [Theory]
    [InlineData(PngColorType.Grayscale, PngBitDepth.Bit1)]
    [InlineData(PngColorType.Grayscale, PngBitDepth.Bit2)]
    [InlineData(PngColorType.Grayscale, PngBitDepth.Bit4)]
    [InlineData(PngColorType.Grayscale, PngBitDepth.Bit8)]
    [InlineData(PngColorType.Grayscale, PngBitDepth.Bit16)]
    [InlineData(PngColorType.Rgb, PngBitDepth.Bit8)]
    [InlineData(PngColorType.Rgb, PngBitDepth.Bit16)]
    [InlineData(PngColorType.Palette, PngBitDepth.Bit1)]
    [InlineData(PngColorType.Palette, PngBitDepth.Bit4)]
    [InlineData(PngColorType.Palette, PngBitDepth.Bit8)]
    [InlineData(PngColorType.GrayscaleWithAlpha, PngBitDepth.Bit8)]
    [InlineData(PngColorType.GrayscaleWithAlpha, PngBitDepth.Bit16)]
    [InlineData(PngColorType.RgbWithAlpha, PngBitDepth.Bit8)]
    [InlineData(PngColorType.RgbWithAlpha, PngBitDepth.Bit16)]
    public void EveryKindOfPngIsRead(PngColorType colours, PngBitDepth depth)
    {
        foreach (var interlace in new[] { PngInterlaceMode.None, PngInterlaceMode.Adam7 })
        {
            var encoder = new PngEncoder { ColorType = colours, BitDepth = depth, InterlaceMethod = interlace };
            AssertSeven(Sketch.Of(Drawing.Seven, 300, 300, 26, Color.Ivory, Color.DarkBlue, encoder));
        }
    }

    [Theory]
    [InlineData(PngColorType.Palette, PngBitDepth.Bit8)]
    [InlineData(PngColorType.GrayscaleWithAlpha, PngBitDepth.Bit16)]
    [InlineData(PngColorType.RgbWithAlpha, PngBitDepth.Bit16)]
    public void InkOnTransparentGroundIsReadInEveryKindThatHasSuch(PngColorType colours, PngBitDepth depth) => AssertSeven(
        Sketch.Of(Drawing.Seven, 300, 300, 26, Color.Transparent, Color.DarkBlue, new PngEncoder { ColorType = colours, BitDepth = depth }));

    [Theory]
    [InlineData("progressive.jpg")]
    [InlineData("progressive-full-colour.jpg")]
    [InlineData("grey-with-restarts.jpg")]
    [InlineData("cmyk.jpg")]
    public void EveryUsualKindOfJpegIsRead(string name) => AssertSeven(Fixture.Read(name));

    [Fact]
    public void RareKindsOfJpegAreRefusedByTheirHeader()
    {
        const string Sentence = "The picture is a JPEG of a rare kind (lossless, arithmetic coding, or not 8 bits a colour); save it as an ordinary JPEG or as a PNG.";
        Assert.Equal(Sentence, Assert.Throws<ArgumentException>(() => DigitPreparation.FromPicture(Fixture.Read("arithmetic.jpg"))).Message);

        var deep = Fixture.Read("grey-with-restarts.jpg");
        deep[deep.AsSpan().IndexOf([(byte)0xff, (byte)0xc0]) + 4] = 12;
        Assert.Equal(Sentence, Assert.Throws<ArgumentException>(() => DigitPreparation.FromPicture(deep)).Message);
    }

    [Fact]
    public void BytesBehindThePictureAreLeftAlone()
    {
        foreach (var kind in new[] { FileKind.Png, FileKind.Jpeg })
        {
            var file = Sketch.Of(Drawing.Seven, 300, 300, 26, Color.White, Color.Black, kind: kind);
            AssertSeven([.. file, .. "a film that a telephone adds, with \xff\xd8\xff\xda in it"u8]);
        }
    }

    private static void AssertSeven(byte[] file) =>
        Assert.InRange(Drawing.Likeness(Seven, DigitPreparation.FromPicture(file) ?? []), 0.93, 1.0001);
}
