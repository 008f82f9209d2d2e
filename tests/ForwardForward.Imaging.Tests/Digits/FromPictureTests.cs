using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace ForwardForward.Imaging.Tests.Digits;

public sealed class FromPictureTests
{
    private static readonly byte[] Three = DigitPreparation.FromStrokes(Drawing.Three)!;

    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    public void ADrawingIsReadAsItsStrokesAre(SKEncodedImageFormat format)
    {
        var file = DrawnPicture.Of(Drawing.Three, 280, 34, SKColors.Black, SKColors.White, format);
        Assert.InRange(Drawing.Likeness(Three, DigitPreparation.FromPicture(file)!), 0.9, 1.0001);
    }

    [Fact]
    public void LightOnDarkIsReadAsDarkOnLight()
    {
        var dark = DigitPreparation.FromPicture(DrawnPicture.Of(Drawing.Three, 280, 24, SKColors.Black, SKColors.White))!;
        var light = DigitPreparation.FromPicture(DrawnPicture.Of(Drawing.Three, 280, 24, SKColors.White, SKColors.Black))!;
        Assert.InRange(Drawing.Likeness(dark, light), 0.98, 1.0001);
    }

    [Fact]
    public void InkOnTransparentGroundIsRead()
    {
        var file = DrawnPicture.Of(Drawing.Three, 280, 34, SKColors.Black, SKColors.Transparent);
        Assert.InRange(Drawing.Likeness(Three, DigitPreparation.FromPicture(file)!), 0.9, 1.0001);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(14)]
    [InlineData(40)]
    public void PenWidthHardlyMatters(float pen)
    {
        var file = DrawnPicture.Of(Drawing.Three, 280, pen, SKColors.Black, SKColors.White);
        Assert.InRange(Drawing.Likeness(Three, DigitPreparation.FromPicture(file)!), 0.8, 1.0001);
    }

    [Fact]
    public void AnEmptyPictureHasNoDigit() =>
        Assert.Null(DigitPreparation.FromPicture(DrawnPicture.Of([], 100, 1, SKColors.Black, SKColors.White)));

    [Fact]
    public void SixtyThousandPixelsASideAreRefusedByTheHeaderAlone()
    {
        var file = DrawnPicture.Of(Drawing.Three, 280, 24, SKColors.Black, SKColors.White);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(16), 60_000);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(20), 60_000);
        Assert.Contains("60000 x 60000", Assert.Throws<ArgumentException>(() => DigitPreparation.FromPicture(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TextIsNoPicture() =>
        Assert.Contains("PNG", Assert.Throws<ArgumentException>(() => DigitPreparation.FromPicture(Encoding.UTF8.GetBytes("seven"))).Message, StringComparison.Ordinal);

    [Fact]
    public void ATruncatedPictureIsRefused()
    {
        var file = DrawnPicture.Of(Drawing.Three, 280, 24, SKColors.Black, SKColors.White);
        Assert.Throws<ArgumentException>(() => DigitPreparation.FromPicture(file.AsSpan(0, 20)));
        Assert.Throws<ArgumentException>(() => DigitPreparation.FromPicture(file.AsSpan(0, file.Length / 2)));
    }

    [Fact]
    public void DigitsOfMnistComeThroughNearlyUnchanged()
    {
        var folder = Environment.GetEnvironmentVariable("FORWARDFORWARD_DATASETS");
        Assert.SkipUnless(folder is { Length: > 0 }, "FORWARDFORWARD_DATASETS is not set.");
        using var stream = new GZipStream(File.OpenRead(Path.Combine(folder!, "mnist", "t10k-images-idx3-ubyte.gz")), CompressionMode.Decompress);
        var images = new byte[16 + (200 * 784)];
        stream.ReadExactly(images);
        for (var i = 0; i < 200; i++)
        {
            var image = images.AsSpan(16 + (i * 784), 784);
            var prepared = DigitPreparation.FromPicture(DrawnPicture.OfPixels(image, 28, 28))!;
            Assert.True(Drawing.Likeness(image, prepared) > 0.9, $"Test image {i} changed: likeness {Drawing.Likeness(image, prepared):F3}.");
        }
    }
}
