using ForwardForward.Learning.Negatives.Hybrids;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Learning.Tests.Negatives.Hybrids;

public sealed class RegionMaskTests
{
    private const int Side = 28;

    public static TheoryData<int> Blurs => [1, 3, 6, 12];

    [Theory]
    [MemberData(nameof(Blurs))]
    public void IsThePapersBlurCutAtAHalf(int blurs)
    {
        var random = new RandomStream(3);
        for (var i = 0; i < 20; i++)
        {
            var bits = new float[9 * 7];
            RegionMask.DrawBits(random, bits);
            var mask = bits.ToArray();
            new RegionMask(9, 7, blurs).Blur(mask, new float[9 * 7]);
            var blurred = Plainly(bits, 9, 7, blurs);
            var cut = blurred.Select(value => value > 0.5 ? 1f : 0).ToArray();

            // What lies on the edge itself may fall either way when sums are too large to be exact; single pixels have joined their neighbours.
            Assert.All(
                Enumerable.Range(0, mask.Length).Where(pixel => (blurs <= 6 || Math.Abs(blurred[pixel] - 0.5) > 1e-6) && !IsLonely(cut, pixel, 9, 7)),
                pixel => Assert.Equal(cut[pixel], mask[pixel]));
        }
    }

    [Fact]
    public void BitsAreFairCoins()
    {
        var bits = new float[100_003];
        RegionMask.DrawBits(new RandomStream(1), bits);

        Assert.All(bits, bit => Assert.True(bit is 0 or 1));
        Assert.InRange(bits.Average(), 0.49, 0.51);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    public void AboutHalfIsOnes(int blurs)
    {
        var shares = Masks(blurs).Select(mask => mask.Average()).ToList();

        Assert.InRange(shares.Average(), 0.47, 0.53);
        Assert.All(shares, share => Assert.InRange(share, 0.05, 0.95));
    }

    [Theory]
    [MemberData(nameof(Blurs))]
    public void NoPixelIsAlone(int blurs) =>
        Assert.All(Masks(blurs), mask => Assert.DoesNotContain(Enumerable.Range(0, mask.Length), pixel => IsLonely(mask, pixel, Side, Side)));

    [Theory]
    [InlineData(3, 60)]
    [InlineData(6, 100)]
    public void RegionsAreLarge(int blurs, int atLeast)
    {
        // The region that a pixel lies in, on average over all pixels; random bits give about five.
        var sizes = Masks(blurs).Take(50).Select(RegionSize).ToList();

        Assert.True(sizes.Average() >= atLeast, $"{sizes.Average()} pixels");
    }

    [Fact]
    public void MoreBlursMakeLargerRegions()
    {
        double Borders(int blurs) => Masks(blurs).Average(mask => Enumerable.Range(0, mask.Length - 1).Count(pixel => (pixel + 1) % Side != 0 && mask[pixel] != mask[pixel + 1]));

        Assert.True(Borders(1) > 1.2 * Borders(3));
        Assert.True(Borders(3) > 1.15 * Borders(6));
    }

    private static List<float[]> Masks(int blurs)
    {
        var random = new RandomStream(7);
        var region = new RegionMask(Side, Side, blurs);
        return [.. Enumerable.Range(0, 300).Select(_ =>
        {
            var mask = new float[Side * Side];
            RegionMask.DrawBits(random, mask);
            region.Blur(mask, new float[Side * Side]);
            return mask;
        })];
    }

    private static bool IsLonely(float[] mask, int pixel, int width, int height)
    {
        var (x, y) = (pixel % width, pixel / width);
        for (var row = Math.Max(0, y - 1); row <= Math.Min(height - 1, y + 1); row++)
        {
            for (var column = Math.Max(0, x - 1); column <= Math.Min(width - 1, x + 1); column++)
            {
                if ((row, column) != (y, x) && mask[(row * width) + column] == mask[pixel])
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static double RegionSize(float[] mask)
    {
        var seen = new bool[mask.Length];
        double sum = 0;
        for (var start = 0; start < mask.Length; start++)
        {
            var size = 0;
            var open = new Stack<int>(seen[start] ? [] : [start]);
            seen[start] = true;
            while (open.TryPop(out var pixel))
            {
                size++;
                int[] neighbours = [pixel % Side > 0 ? pixel - 1 : pixel, pixel % Side < Side - 1 ? pixel + 1 : pixel, pixel - Side, pixel + Side];
                foreach (var next in neighbours.Where(next => next >= 0 && next < mask.Length && !seen[next] && mask[next] == mask[pixel]))
                {
                    seen[next] = true;
                    open.Push(next);
                }
            }

            sum += (double)size * size;
        }

        return sum / mask.Length;
    }

    private static double[] Plainly(float[] bits, int width, int height, int blurs)
    {
        var values = bits.Select(bit => (double)bit).ToArray();
        for (var i = 0; i < blurs; i++)
        {
            values = [.. values.Select((value, pixel) => Blurred(pixel % width, width, x => values[(pixel / width * width) + x]))];
            values = [.. values.Select((value, pixel) => Blurred(pixel / width, height, y => values[(y * width) + (pixel % width)]))];
        }

        return values;
    }

    private static double Blurred(int at, int length, Func<int, double> value) =>
        (0.25 * value(Math.Max(0, at - 1))) + (0.5 * value(at)) + (0.25 * value(Math.Min(length - 1, at + 1)));
}
