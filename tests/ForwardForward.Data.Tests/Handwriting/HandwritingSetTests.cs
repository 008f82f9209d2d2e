using ForwardForward.Data.Handwriting;
using ForwardForward.Data.Images;
using ForwardForward.Data.Synthetic;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Data.Tests.Handwriting;

public sealed class HandwritingSetTests
{
    private static readonly Splits<ImageSet> Digits = SyntheticDigits.Make(7, 100, 20, 30);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void EqualSeedsGiveEqualPicturesAndALargerSetBeginsAsASmallerOne()
    {
        var (first, again, other, longer) = (Make(3, 400), Make(3, 400), Make(4, 400), Make(3, 500));
        Assert.Equal(Bytes(first.Train), Bytes(again.Train));
        Assert.NotEqual(Bytes(first.Train), Bytes(other.Train));
        Assert.Equal(Bytes(first.Train), Bytes(longer.Train.Slice(0, 400)));
    }

    [Fact]
    public void OnlyTheTrainingPartIsChanged()
    {
        var set = Make(1, 50);
        Assert.Same(Digits.Validation, set.Validation);
        Assert.Same(Digits.Test, set.Test);
        Assert.Equal("synthetic digits and drawn digits", set.Origin.Name);
    }

    [Fact]
    public void OfEveryFiveOneIsAnOriginalAndOneDistortedWithTheSameLabel()
    {
        var train = Make(1, 1000).Train;
        for (var place = 0; place < 200; place++)
        {
            var (plain, distorted) = (place % 100, 99 - (place % 100));
            Assert.Equal(Digits.Train.Labels[plain], train.Labels[5 * place]);
            Assert.Equal(Digits.Train.Labels[distorted], train.Labels[(5 * place) + 1]);
            Assert.True(Digits.Train.Image(plain).SequenceEqual(train.Image(5 * place)));
            Assert.False(Digits.Train.Image(distorted).SequenceEqual(train.Image((5 * place) + 1)));
        }
    }

    [Fact]
    public void DistortedPicturesKeepTheirInkAndTheirMiddle()
    {
        var (distortion, random, result) = (new Distortion(28), new RandomStream(5), new byte[784]);
        for (var i = 0; i < 100; i++)
        {
            distortion.Apply(Digits.Train.Image(i), random, result);
            var (before, after) = (Digits.Train.Image(i).ToArray().Sum(pixel => pixel), result.Sum(pixel => (double)pixel));
            Assert.InRange(after / before, 0.35, 2.2);
            Assert.InRange(Mean(result, 28), 13, 15);
            Assert.InRange(Mean(result, 1), 13, 15);
        }
    }

    [Fact]
    public void TheMakingCanBeEnded()
    {
        using var ended = new CancellationTokenSource();
        ended.Cancel();
        Assert.Throws<OperationCanceledException>(() => HandwritingSet.Make(Digits, 1, 10, null, ended.Token));
    }

    [Fact]
    public async Task WithoutMnistItIsMadeOfSyntheticDigitsAndSaysSo()
    {
        using var folder = new TemporaryFolder();
        using var sets = new DataLoader(new DataPaths { Folder = folder.Path, HandwritingCount = 100 });
        var set = await sets.LoadImagesAsync("handwriting", cancellation: Cancellation);
        Assert.True(set.Origin.IsSynthetic);
        Assert.Contains("could not be had", set.Origin.Note, StringComparison.Ordinal);
        Assert.Equal((100, 10_000), (set.Train.Count, set.Test.Count));
    }

    private static Splits<ImageSet> Make(ulong seed, int count) => HandwritingSet.Make(Digits, seed, count, null, Cancellation);

    private static double Mean(byte[] image, int stride) => image.Select((pixel, i) => (double)pixel * (i / stride % 28)).Sum() / image.Sum(pixel => (double)pixel);

    private static byte[] Bytes(ImageSet images) => [.. Enumerable.Range(0, images.Count).SelectMany(i => images.Image(i).ToArray())];
}
