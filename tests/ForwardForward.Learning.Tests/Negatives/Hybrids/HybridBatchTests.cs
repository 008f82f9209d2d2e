using ForwardForward.Data.Images;
using ForwardForward.Data.Synthetic;
using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Negatives.Hybrids;
using ForwardForward.Numerics.Random;
using ForwardForward.Numerics.Threading;
using ForwardForward.Testing;

namespace ForwardForward.Learning.Tests.Negatives.Hybrids;

public sealed class HybridBatchTests
{
    /// <summary>Leaves nothing out.</summary>
    private static PixelDropout Nothing { get; } = new(new RandomStream(1), 0, 0);

    [Fact]
    public void AHybridShowsOneImageThroughTheMaskAndAnotherThroughItsHoles()
    {
        var images = TinyDigits.Make(40).Train;
        using var workers = new Workers(1);
        using var batch = new HybridBatch(images, 20, 3);
        batch.Load([.. Enumerable.Range(10, 20)], new RandomStream(1), Nothing, workers);

        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(10 + i, batch.Ours(i));
            Assert.Equal(images.Labels[10 + i], batch.Labels[i]);
            var expected = Enumerable.Range(0, 64)
                .Select(pixel => images.Image(batch.Masks[i, pixel] == 1 ? batch.Ours(i) : batch.Other(i))[pixel] / 255f).ToArray();
            AssertNormalised(expected, batch.Rows.Row(i).ToArray());
            AssertNormalised([.. images.Image(10 + i).ToArray().Select(ink => ink / 255f)], batch.Rows.Row(20 + i).ToArray());
        }
    }

    [Fact]
    public void AHybridOfColourImagesTakesWholePixels()
    {
        var images = ColourPatterns.Make(20).Train;
        using var workers = new Workers(1);
        using var batch = new HybridBatch(images, 20, 2);
        batch.Load([.. Enumerable.Range(0, 20)], new RandomStream(1), Nothing, workers);

        Assert.Equal(images.Shape.Locations, batch.Masks.Columns);
        for (var i = 0; i < 20; i++)
        {
            var expected = Enumerable.Range(0, images.Shape.Values)
                .Select(value => images.Image(batch.Masks[i, value / 3] == 1 ? batch.Ours(i) : batch.Other(i))[value] / 255f).ToArray();
            AssertNormalised(expected, batch.Rows.Row(i).ToArray());
        }
    }

    [Fact]
    public void NoImageIsMixedWithItselfAndAllOthersHaveTheirTurn()
    {
        var images = TinyDigits.Make(12).Train;
        using var workers = new Workers(1);
        using var batch = new HybridBatch(images, 2, 3);
        var random = new RandomStream(1);
        var others = new HashSet<int>();
        for (var round = 0; round < 300; round++)
        {
            batch.Load([0, 11], random, Nothing, workers);
            Assert.NotEqual(0, batch.Other(0));
            Assert.NotEqual(11, batch.Other(1));
            others.Add(batch.Other(0));
        }

        Assert.Equal(Enumerable.Range(1, 11), others.Order());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void AnyNumberOfThreadsMakesTheSameHybrids(int threads)
    {
        var images = TinyDigits.Make(60).Train;
        using var one = new Workers(1);
        using var many = new Workers(threads);
        using var expected = new HybridBatch(images, 30, 6);
        using var actual = new HybridBatch(images, 30, 6);
        expected.Load([.. Enumerable.Range(0, 30)], new RandomStream(1), Nothing, one);
        actual.Load([.. Enumerable.Range(0, 30)], new RandomStream(1), Nothing, many);

        for (var row = 0; row < 60; row++)
        {
            Assert.Equal(expected.Rows.Row(row).ToArray(), actual.Rows.Row(row).ToArray());
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    public void HybridsAreLikeDigitsNearByAndUnlikeThemFarAway(int blurs)
    {
        const int Count = 400;
        var images = SyntheticDigits.Make(1, Count, 1, 1, TestContext.Current.CancellationToken).Train;
        using var workers = new Workers(1);
        using var batch = new HybridBatch(images, Count, blurs);
        batch.Load([.. Enumerable.Range(0, Count)], new RandomStream(2), Nothing, workers);

        // Neighbours within a picture go together just as well in hybrids; halves of a picture do not tell of one another any more.
        var (digitNear, hybridNear) = (Neighbours(images, batch, false), Neighbours(images, batch, true));
        var (digitFar, hybridFar) = (Agreement(images, batch, false), Agreement(images, batch, true));
        Assert.InRange(hybridNear, 0.85 * digitNear, 1.05 * digitNear);
        Assert.True(hybridFar < 0.8 * digitFar, $"digits {digitFar}, hybrids {hybridFar}");
    }

    /// <summary>Correlation of a pixel with its right and lower neighbour, over all pixels and pictures.</summary>
    private static double Neighbours(ImageSet images, HybridBatch batch, bool isHybrid)
    {
        var pairs = new List<(double, double)>();
        for (var i = 0; i < images.Count; i++)
        {
            var picture = Picture(images, batch, i, isHybrid);
            for (var pixel = 0; pixel < picture.Length; pixel++)
            {
                if ((pixel + 1) % images.Shape.Width != 0 && pixel + images.Shape.Width < picture.Length)
                {
                    pairs.Add((picture[pixel], picture[pixel + 1]));
                    pairs.Add((picture[pixel], picture[pixel + images.Shape.Width]));
                }
            }
        }

        return Correlation(pairs);
    }

    /// <summary>
    /// How much pixels at least ten apart tell of one another: the mean product of their deviations from the mean picture, its sign taken from
    /// digits that are not measured, relative to the mean square of a pixel's own.
    /// </summary>
    private static double Agreement(ImageSet images, HybridBatch batch, bool isHybrid)
    {
        var half = images.Count / 2;
        var digits = Deviations(images, batch, false)[..half];
        var seen = Deviations(images, batch, isHybrid)[half..];
        double sum = 0;
        for (var one = 0; one < digits[0].Length; one += 3)
        {
            for (var other = one + 1; other < digits[0].Length; other += 3)
            {
                var apart = Math.Max(Math.Abs((one % images.Shape.Width) - (other % images.Shape.Width)), Math.Abs((one / images.Shape.Width) - (other / images.Shape.Width)));
                if (apart >= 10)
                {
                    var strength = digits.Average(row => row[one] * row[other]);
                    sum += Math.Sign(strength) * seen.Average(row => row[one] * row[other]);
                }
            }
        }

        return sum / seen.Average(row => row.Average(value => value * value));
    }

    private static List<double[]> Deviations(ImageSet images, HybridBatch batch, bool isHybrid)
    {
        var pictures = Enumerable.Range(0, images.Count).Select(i => Picture(images, batch, i, isHybrid)).ToList();
        var mean = Enumerable.Range(0, pictures[0].Length).Select(pixel => pictures.Average(picture => picture[pixel])).ToArray();
        return pictures.ConvertAll(picture => picture.Select((value, pixel) => value - mean[pixel]).ToArray());
    }

    private static double[] Picture(ImageSet images, HybridBatch batch, int i, bool isHybrid) =>
        [.. Enumerable.Range(0, images.Shape.Values).Select(pixel =>
            images.Image(isHybrid && batch.Masks[i, pixel] == 0 ? batch.Other(i) : batch.Ours(i))[pixel] / 255.0)];

    private static double Correlation(List<(double A, double B)> pairs)
    {
        var (meanA, meanB) = (pairs.Average(pair => pair.A), pairs.Average(pair => pair.B));
        var product = pairs.Average(pair => (pair.A - meanA) * (pair.B - meanB));
        return product / Math.Sqrt(pairs.Average(pair => (pair.A - meanA) * (pair.A - meanA)) * pairs.Average(pair => (pair.B - meanB) * (pair.B - meanB)));
    }

    private static void AssertNormalised(float[] expected, float[] row)
    {
        var rms = MathF.Sqrt(expected.Average(value => value * value));
        Assert.All(Enumerable.Range(0, row.Length), pixel => Assert.Equal(expected[pixel] / rms, row[pixel], 1e-4f));
    }
}
