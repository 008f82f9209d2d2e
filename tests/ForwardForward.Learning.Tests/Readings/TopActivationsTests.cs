using ForwardForward.Data.Images;
using ForwardForward.Frames;
using ForwardForward.Learning.Readings;
using ForwardForward.Learning.Tests.Recurrent;
using ForwardForward.Learning.Tests.Supervised;
using ForwardForward.Learning.Tests.Unsupervised;
using ForwardForward.Testing;
using ForwardForward.Testing.Runs;

namespace ForwardForward.Learning.Tests.Readings;

public sealed class TopActivationsTests
{
    [Fact]
    public void TheLoudestImagesComeFirstAndSilentOnesNotAtAll()
    {
        using var reader = new FakeActivities(30);
        var found = TopActivations.Find(reader, Flat(20), 17, 3, 5);

        Assert.Equal([[17, 18, 19], [18, 19], [19]], found.Select(inputs => inputs.Select(input => input.Index)));
        Assert.Equal([1, 1f / 2, 1f / 3], found[0].Select(input => input.Activity));
        Assert.Empty(TopActivations.Find(reader, Flat(20), 25, 1, 5)[0]);
    }

    [Fact]
    public void TheAverageIsWeightedByActivityAndLessTheMeanOfAll()
    {
        using var reader = new FakeActivities(4);
        var images = Flat(3);
        var pictures = new float[2 * 4];
        TopActivations.Average(images, TopActivations.Find(reader, images, 1, 1, 2).Append([]).ToArray(), pictures);

        // Images 1 and 2 with activities 1 and 1/2: two thirds of the one, one third of the other.
        var expected = (((2 * 20) + 30) / 3f / 255) - (20f / 255);
        Assert.All(pictures[..4], value => Assert.Equal(expected, value, 5));
        Assert.All(pictures[4..], value => Assert.Equal(0, value));
    }

    [Fact]
    public void ASupervisedNetSeesImagesWithTheirTrueLabels()
    {
        // With one batch an epoch and nothing learnt, the goodness of positive rows is the sum of their squared activities.
        using var bench = new Bench(Bench.Small with { BatchSize = 200, LearningRate = 0, WeightDecay = 0 });
        bench.Trainer.Step();
        for (var layer = 0; layer < 3; layer++)
        {
            using var reader = bench.Trainer.LayerReadings.ReadActivations(layer);
            Assert.Equal(
                bench.Trainer.LayerReadings.MeasureLayer(layer).PositiveGoodness.Order(), Goodness(reader, bench.Data.Train).Order(), (a, b) => Math.Abs(a - b) < 1e-3 * (1 + Math.Abs(a)));
        }
    }

    [Fact]
    public void AnUnsupervisedNetSeesImagesAlone()
    {
        using var bench = new UnsupervisedBench(UnsupervisedBench.Dense with { BatchSize = 200, LearningRate = 0, WeightDecay = 0 });
        bench.Trainer.Step();
        using var reader = bench.Trainer.LayerReadings.ReadActivations(1);
        Assert.Equal(
            bench.Trainer.LayerReadings.MeasureLayer(1).PositiveGoodness.Order(), Goodness(reader, bench.Data.Train).Order(), (a, b) => Math.Abs(a - b) < 1e-3 * (1 + Math.Abs(a)));
    }

    [Fact]
    public void ABatchSaysWhatItsImagesSayOneByOne()
    {
        using var bench = new RecurrentBench().Run(5);
        using var reader = bench.Trainer.LayerReadings.ReadActivations(1);
        var images = bench.Data.Validation;
        var whole = reader.Read(images, 0, 10);
        var together = Enumerable.Range(0, 10).Select(row => whole.Row(row).ToArray()).ToArray();

        Assert.All(Enumerable.Range(0, 10), row => Assert.Equal(together[row], reader.Read(images, row, 1).Row(0).ToArray()));
        Assert.Throws<ArgumentOutOfRangeException>(() => bench.Trainer.LayerReadings.ReadActivations(2));
    }

    private static IEnumerable<float> Goodness(IActivationReader reader, ImageSet images)
    {
        for (var i = 0; i < images.Count; i++)
        {
            var sum = 0f;
            foreach (var activity in reader.Read(images, i, 1).Row(0))
            {
                sum += activity * activity;
            }

            yield return sum;
        }
    }

    /// <summary>Images of four pixels, each ten darker than the one before.</summary>
    private static ImageSet Flat(int count) =>
        new(new ImageShape(2, 2), ["flat"], [.. Enumerable.Range(0, count).SelectMany(image => Enumerable.Repeat((byte)Math.Min(255, 10 * (image + 1)), 4))], new byte[count]);
}
