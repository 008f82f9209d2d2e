using SixLabors.ImageSharp;

namespace ForwardForward.Imaging.Tests.Digits;

public sealed class FromPictureTests
{
    private static readonly byte[] Seven = DigitPreparation.FromStrokes(Drawing.Seven)!;

    [Theory]
    [InlineData(FileKind.Png, false)]
    [InlineData(FileKind.Png, true)]
    [InlineData(FileKind.Jpeg, false)]
    [InlineData(FileKind.Jpeg, true)]
    public void DarkOnLightAndLightOnDarkAreReadAlike(FileKind kind, bool inverted)
    {
        var (paper, ink) = inverted ? (Color.FromRgb(20, 30, 20), Color.Wheat) : (Color.Ivory, Color.DarkBlue);
        var image = Read(Sketch.Of(Drawing.Seven, 300, 300, pen: 26, paper, ink, kind: kind));
        Assert.InRange(Drawing.Likeness(Seven, image), 0.93, 1.0001);
        AssertForm(image);
    }

    [Theory]
    [InlineData(1, 26, 0, 0, 300)]
    [InlineData(1, 26, 500, 300, 900)]
    [InlineData(0.3f, 26, 10, 15, 100)]
    [InlineData(4, 26, 200, 100, 1600)]
    [InlineData(1, 3, 0, 0, 300)]
    [InlineData(1, 6, 30, 10, 400)]
    [InlineData(1, 60, 40, 40, 400)]
    public void SizePlaceAndPenDoNotMatterMuch(float scale, float pen, float x, float y, int side)
    {
        var image = Read(Sketch.Of(Drawing.Seven, side, side, pen, Color.White, Color.Black, scale, x, y));
        Assert.InRange(Drawing.Likeness(Seven, image), 0.85, 1.0001);
        AssertForm(image);
    }

    [Fact]
    public void AThinPenIsThickenedToMnistsWidth()
    {
        var (_, _, _, _, ink) = Drawing.Measure(Read(Sketch.Of(Drawing.Seven, 600, 600, 2, Color.White, Color.Black, 2)));
        Assert.InRange(ink, 85, 130);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void TransparentGroundIsPaper(bool darkInk)
    {
        var image = Read(Sketch.Of(Drawing.Seven, 300, 300, 26, Color.Transparent, darkInk ? Color.Black : Color.White));
        Assert.InRange(Drawing.Likeness(Seven, image), 0.93, 1.0001);
    }

    [Fact]
    public void LightFromOneSideIsNoInk()
    {
        var image = Read(Sketch.Of(Drawing.Seven, 300, 300, 26, Color.White, Color.Black, shade: (x, _) => 0.5f + (x / 600f)));
        Assert.InRange(Drawing.Likeness(Seven, image), 0.93, 1.0001);
    }

    [Fact]
    public void SpecksAndAFrameAreWipedOut()
    {
        PointF[][] dirty = [.. Drawing.Seven, [new(20, 30)], [new(270, 280)]];
        var speckled = Sketch.Of(dirty, 300, 300, 26, Color.White, Color.Black, pens: stroke => stroke < 2 ? 26 : 4);
        var framed = Sketch.Of(Drawing.Seven, 300, 300, 26, Color.White, Color.Black, shade: (x, y) => x > 290 && y > 150 ? 0.2f : 1);
        Assert.InRange(Drawing.Likeness(Seven, Read(speckled)), 0.93, 1.0001);
        Assert.InRange(Drawing.Likeness(Seven, Read(framed)), 0.93, 1.0001);
    }

    [Fact]
    public void ADigitThatRunsOverTheEdgeIsKept()
    {
        var image = Read(Sketch.Of(Drawing.Seven, 300, 300, 26, Color.White, Color.Black, x: -70));
        Assert.InRange(Drawing.Likeness(Seven, image), 0.6, 1.0001);
        Assert.InRange(Drawing.Measure(image).Ink, 70, 140);
    }

    [Fact]
    public void EmptyPicturesAreNothing()
    {
        foreach (var colour in new[] { Color.White, Color.Black, Color.Transparent, Color.SteelBlue })
        {
            Assert.Null(DigitPreparation.FromPicture(Sketch.Of([], 100, 80, 1, colour, Color.Black)));
        }

        Assert.Null(DigitPreparation.FromPicture(Sketch.Of([], 1, 1, 1, Color.White, Color.Black)));
    }

    [Fact]
    public void FaintNoiseIsNothing()
    {
        var k = 0;
        Assert.Null(DigitPreparation.FromPicture(Sketch.Of([], 100, 100, 1, Color.White, Color.Black, shade: (_, _) => 1 - (k++ * 7919 % 11 / 200f))));
    }

    private static byte[] Read(byte[] file) => DigitPreparation.FromPicture(file) ?? throw new InvalidOperationException("No ink was found.");

    private static void AssertForm(byte[] image)
    {
        var (width, height, x, y, ink) = Drawing.Measure(image);
        Assert.InRange(Math.Max(width, height), 19, 20);
        Assert.InRange(x, 13.49, 14.51);
        Assert.InRange(y, 13.49, 14.51);
        Assert.InRange(ink, 60, 190);
        Assert.InRange(image.Max(), 250, 255);
    }
}
