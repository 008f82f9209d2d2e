using CsCheck;
using ForwardForward.Frames.Colours;

namespace ForwardForward.Frames.Tests.Colours;

public sealed class LevelsTests
{
    [Fact]
    public void SharesAreClampedAndWhatIsNoNumberIsNothing() =>
        Assert.Equal([0, 128, 255, 0, 255, 0, 0], new[] { 0, 0.5f, 1, -3, 7, float.NaN, float.PositiveInfinity }.Select(Levels.OfShare));

    [Fact]
    public void EveryPixelByteIsExact()
    {
        for (var level = 0; level < 256; level++)
        {
            Assert.Equal(level, Levels.OfShare(level / 255f));
        }
    }

    [Fact]
    public void SignedValuesEndAtFullColourAndWhatIsNoNumberStandsApart()
    {
        Assert.Equal([0, 64, -127, 127, -128, -128], new[] { 0, 1, -9, 2, float.NaN, float.NegativeInfinity }.Select(value => (int)Levels.OfSigned(value, 2)));
        Assert.Equal(0, Levels.OfSigned(3, 0));
    }

    [Fact]
    public void TilesHaveTheirOwnScale()
    {
        var frame = new ImageFrame(0, new(1, 1), ImageRange.Signed, [1, -1]);
        Assert.Equal(new byte[] { 127, 255 - 63 }, Levels.Of(frame, [1, 2]));
        Assert.Throws<ArgumentException>(() => Levels.Of(frame, [1]));
    }

    [Fact]
    public void QuantisationIsOffByHalfAScaleAtMost() => Gen.Float.Array[1, 50].Sample(values =>
    {
        var (bytes, back) = (new byte[values.Length], new float[values.Length]);
        var scale = Int8Quantisation.Write(values, bytes);
        Int8Quantisation.Read(bytes, scale, back);
        for (var i = 0; i < values.Length; i++)
        {
            Assert.Equal(float.IsFinite(values[i]), float.IsFinite(back[i]));
            Assert.True(!float.IsFinite(values[i]) || Math.Abs((double)values[i] - back[i]) <= (0.50001 * FullColour.Largest(values) / 127) + (64 * float.Epsilon));
        }
    });
}
