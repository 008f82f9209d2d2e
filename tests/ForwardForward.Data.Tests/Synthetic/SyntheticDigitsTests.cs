using ForwardForward.Data.Images;
using ForwardForward.Data.Synthetic;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Data.Tests.Synthetic;

public sealed class SyntheticDigitsTests
{
    private static readonly Splits<ImageSet> Set = SyntheticDigits.Make(7, 3000, 1000, 1000);

    [Fact]
    public void EqualSeedsGiveEqualPicturesAndOthersDoNot()
    {
        static Splits<ImageSet> Make(ulong seed) => SyntheticDigits.Make(seed, 40, 20, 10, TestContext.Current.CancellationToken);
        var (first, second, other) = (Make(3), Make(3), Make(4));
        Assert.Equal(Bytes(first.Train), Bytes(second.Train));
        Assert.Equal(Bytes(first.Test), Bytes(second.Test));
        Assert.NotEqual(Bytes(first.Train), Bytes(other.Train));
    }

    [Fact]
    public void PartsAndPicturesDiffer()
    {
        var pictures = new[] { Set.Train, Set.Validation, Set.Test }
            .SelectMany(part => Enumerable.Range(0, part.Count).Select(i => Convert.ToBase64String(part.Image(i))));
        Assert.Equal(5000, pictures.Distinct().Count());
    }

    [Fact]
    public void EveryDigitIsEquallyFrequent() => Assert.All(
        Set.Train.Labels.ToArray().GroupBy(label => label), digits => Assert.Equal(300, digits.Count()));

    [Fact]
    public void TheOriginSaysThatTheyAreMadeUp() => Assert.True(Set.Origin.IsSynthetic);

    /// <summary>MNIST's training images have a mean of 0.1307, a longer side of 20 pixels and their centre of mass at pixel 14.</summary>
    [Fact]
    public void TheyAreSizedInkedAndCentredAsMnist()
    {
        double ink = 0;
        for (var k = 0; k < Set.Train.Count; k++)
        {
            var image = Set.Train.Image(k);
            double mass = 0, x = 0, y = 0;
            var (left, right, top, bottom) = (28, 0, 28, 0);
            for (var i = 0; i < image.Length; i++)
            {
                (mass, x, y) = (mass + image[i], x + (image[i] * (i % 28)), y + (image[i] * (i / 28)));
                if (image[i] > 0)
                {
                    (left, right) = (Math.Min(left, i % 28), Math.Max(right, i % 28));
                    (top, bottom) = (Math.Min(top, i / 28), Math.Max(bottom, i / 28));
                }
            }

            Assert.InRange(Math.Max(right - left, bottom - top) + 1, 18, 21);
            Assert.InRange(x / mass, 13.49, 14.51);
            Assert.InRange(y / mass, 13.49, 14.51);
            ink += mass / (255 * 784);
        }

        Assert.InRange(ink / Set.Train.Count, 0.115, 0.14);
    }

    /// <summary>They would be useless for trying things out if digits could not be told apart, and as useless if this were trivial.</summary>
    [Fact]
    public void AverageDigitsTellMostOfThemApartButNotAll()
    {
        var error = NearestAverage.Error(Set.Train, Set.Test);
        Assert.InRange(error, 0.05, 0.45);
    }

    [Fact]
    public void StrokesArePaths()
    {
        var digits = new SyntheticDigits();
        var random = new RandomStream(1);
        for (var k = 0; k < 200; k++)
        {
            var strokes = digits.Strokes(k % 10, random);
            Assert.NotEmpty(strokes);
            Assert.All(strokes, stroke => Assert.True(stroke.Length > 1));
        }
    }

    private static byte[] Bytes(ImageSet images) => [.. Enumerable.Range(0, images.Count).SelectMany(i => images.Image(i).ToArray())];
}
