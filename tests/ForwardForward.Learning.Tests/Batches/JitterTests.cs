using ForwardForward.Frames;
using ForwardForward.Learning.Batches;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Learning.Tests.Batches;

public sealed class JitterTests
{
    [Fact]
    public void AllTwentyFiveShiftsAreEquallyLikely()
    {
        var jitter = new Jitter(new RandomStream(1), 25_000, 2);
        jitter.Begin(0);
        var counts = Enumerable.Range(0, 25_000).GroupBy(jitter.Of).ToDictionary(group => group.Key, group => group.Count());

        Assert.Equal(25, counts.Count);
        Assert.All(counts.Keys, shift => Assert.True(Math.Abs(shift.Right) <= 2 && Math.Abs(shift.Down) <= 2));
        Assert.All(counts.Values, count => Assert.InRange(count, 850, 1150));
    }

    [Fact]
    public void AnEpochHasShiftsOfItsOwnWhicheverCameBefore()
    {
        var one = new Jitter(new RandomStream(1), 500, 2);
        var other = new Jitter(new RandomStream(1), 500, 2);
        one.Begin(0);
        var first = All(one);
        one.Begin(1);
        other.Begin(1);

        Assert.NotEqual(first, All(one));
        Assert.Equal(All(one), All(other));
    }

    [Fact]
    public void WithoutPixelsNothingMoves()
    {
        var jitter = new Jitter(new RandomStream(1), 10, 0);
        jitter.Begin(3);

        Assert.False(jitter.IsOn);
        Assert.All(Enumerable.Range(0, 10), image => Assert.Equal((0, 0), jitter.Of(image)));
    }

    [Theory]
    [InlineData(1, 0, "..ab..ef..ij")]
    [InlineData(-1, 1, "....cd..gh..")]
    public void AllChannelsOfAPixelMoveTogether(int right, int down, string expected)
    {
        var shifted = new byte[12];
        ImageShift.Copy("abcdefghijkl"u8, new ImageShape(2, 3, 2), right, down, shifted);

        Assert.Equal(expected, string.Concat(shifted.Select(pixel => pixel == 0 ? '.' : (char)pixel)));
    }

    [Theory]
    [InlineData(0, 0, "abcdefghijkl")]
    [InlineData(1, 0, ".abc.efg.ijk")]
    [InlineData(-2, 0, "cd..gh..kl..")]
    [InlineData(0, 1, "....abcdefgh")]
    [InlineData(0, -2, "ijkl........")]
    [InlineData(1, -1, ".efg.ijk....")]
    [InlineData(-1, 2, "........bcd.")]
    [InlineData(4, 0, "............")]
    [InlineData(0, -3, "............")]
    [InlineData(-7, 7, "............")]
    public void AShiftBringsInBackground(int right, int down, string expected)
    {
        var shifted = new byte[12];
        ImageShift.Copy("abcdefghijkl"u8, new ImageShape(4, 3), right, down, shifted);

        Assert.Equal(expected, string.Concat(shifted.Select(pixel => pixel == 0 ? '.' : (char)pixel)));
    }

    private static (int Right, int Down)[] All(Jitter jitter) => [.. Enumerable.Range(0, 500).Select(jitter.Of)];
}
