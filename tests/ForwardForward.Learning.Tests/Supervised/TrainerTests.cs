using ForwardForward.Data;
using ForwardForward.Data.Images;
using ForwardForward.Frames;
using ForwardForward.Learning.Supervised;
using ForwardForward.Testing;

namespace ForwardForward.Learning.Tests.Supervised;

public sealed class TrainerTests
{
    [Fact]
    public void DescribesItself()
    {
        using var bench = new Bench();

        Assert.Equal((10, 4, 0L, 20), (bench.Trainer.Course.StepsPerEpoch, bench.Trainer.Course.Epochs, bench.Trainer.Course.CompletedSteps, bench.Trainer.Course.BatchSize));
        Assert.Equal(["layer 1", "layer 2", "layer 3"], bench.Trainer.LayerReadings.Layers.Select(layer => layer.Name));
        Assert.Equal([48f, 40, 33], bench.Trainer.LayerReadings.Layers.Select(layer => layer.Threshold));
        Assert.Equal((8, 8, 10), (bench.Trainer.LayerReadings.Layers[0].FieldWidth, bench.Trainer.LayerReadings.Layers[0].FieldHeight, bench.Trainer.LayerReadings.Layers[0].LabelPixels));
        Assert.Equal((8, 8, 10), (bench.Trainer.LayerReadings.Layers[2].FieldWidth, bench.Trainer.LayerReadings.Layers[2].FieldHeight, bench.Trainer.LayerReadings.Layers[2].LabelPixels));
        Assert.Empty(bench.Trainer.LayerReadings.CopyExamples(3));
    }

    [Fact]
    public void ThresholdIsZeroWhereTheLossHasNone()
    {
        using var bench = new Bench(Bench.Small with { Loss = new Learning.Losses.SymbaLoss() });

        Assert.All(bench.Trainer.LayerReadings.Layers, layer => Assert.Equal(0, layer.Threshold));
    }

    [Fact]
    public void StopsWhenTheScheduleIsOver()
    {
        using var bench = new Bench().Run(40);

        Assert.Equal(40, bench.Trainer.Course.CompletedSteps);
        Assert.Equal("The schedule of 4 epochs of 10 steps is over.", Assert.Throws<InvalidOperationException>(() => bench.Trainer.Step()).Message);
        Assert.Equal(40, bench.Trainer.Course.CompletedSteps);
    }

    [Fact]
    public void ReportsWhatTheBatchTold()
    {
        using var bench = new Bench();
        var report = bench.Trainer.Step();

        Assert.Equal(1, report.Gain);
        Assert.Equal(Math.Log(10), report.HeadLoss, 1e-4);
        foreach (var (layer, i) in report.Layers.Select((layer, i) => (layer, i)))
        {
            var statistics = bench.Trainer.LayerReadings.MeasureLayer(i);
            Assert.Equal(statistics.PositiveGoodness.Average(), layer.PositiveGoodness, 1e-3);
            Assert.Equal(statistics.NegativeGoodness.Average(), layer.NegativeGoodness, 1e-3);
            Assert.Equal(statistics.ActiveShare, layer.ActiveShare, 1e-6);
            var misordered = statistics.PositiveGoodness.Zip(statistics.NegativeGoodness, (positive, negative) => negative >= positive).Count(wrong => wrong);
            Assert.Equal(misordered / 20.0, layer.PairwiseError, 1e-6);
            Assert.InRange(layer.PositiveProbability, 0, 1);
            Assert.InRange(layer.NegativeProbability, 0, 1);
            Assert.True(layer.Loss > 0);
        }
    }

    [Fact]
    public void InitialWeightsAreNormalOverTheRootOfTheInputs()
    {
        using var bench = new Bench(Bench.Small with { HiddenUnits = [400, 300] });
        foreach (var (name, inputs) in new[] { ("layer-1/weights", 64), ("layer-2/weights", 400) })
        {
            var weights = bench.Trainer.CaptureState().Matrices[name].Values;
            Assert.Equal(1 / Math.Sqrt(inputs), Math.Sqrt(weights.Average(w => (double)w * w)), 0.02 / Math.Sqrt(inputs));
            Assert.Equal(0, weights.Average(), 0.02 / Math.Sqrt(inputs));
        }

        Assert.All(bench.Trainer.CaptureState().Matrices["layer-1/biases"].Values, bias => Assert.Equal(0, bias));
        Assert.Equal(1 / Math.Sqrt(400), Step(bench).LayerReadings.MeasureLayer(1).WeightRms, 2e-3);
    }

    [Fact]
    public void ReceptiveFieldsAreTheColumnsOfTheFirstWeights()
    {
        using var bench = new Bench().Run(2);
        var weights = bench.Trainer.CaptureState().Matrices["layer-1/weights"].Values;
        var fields = new float[3 * 64];
        bench.Trainer.LayerReadings.CopyReceptiveFields(0, 45, 3, fields);

        for (var unit = 0; unit < 3; unit++)
        {
            Assert.Equal(Enumerable.Range(0, 64).Select(pixel => weights[(pixel * 48) + 45 + unit]), fields.Skip(unit * 64).Take(64));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => bench.Trainer.LayerReadings.CopyReceptiveFields(0, 46, 3, fields));
        Assert.Throws<ArgumentOutOfRangeException>(() => bench.Trainer.LayerReadings.CopyReceptiveFields(0, -1, 1, fields));
    }

    [Fact]
    public void EveryEpochSeesEveryImageOnceInAnOrderOfItsOwn()
    {
        using var bench = new Bench();
        var orders = new List<string>();
        for (var epoch = 0; epoch < 2; epoch++)
        {
            var pictures = new List<string>();
            for (var step = 0; step < 10; step++)
            {
                bench.Run(1);
                pictures.AddRange(bench.Trainer.LayerReadings.CopyExamples(20).Select(pair => string.Join(' ', pair.Positive)));
            }

            Assert.Equal(200, pictures.Distinct().Count());
            orders.Add(string.Join('|', pictures));
        }

        Assert.NotEqual(orders[0], orders[1]);
    }

    [Fact]
    public void ImagesThatDoNotFitAreRefusedWithASentence()
    {
        var few = TinyDigits.Set(8, 8, new byte[64 * 19], new byte[19]);
        var small = TinyDigits.Set(5, 2, new byte[10 * 20], new byte[20]);

        Assert.StartsWith("A batch has 20 images; the data has 19.", Refusal(few), StringComparison.Ordinal);
        Assert.StartsWith("The label takes the first 10 values of an image, so an image needs more; the data has 5 x 2.", Refusal(small), StringComparison.Ordinal);
    }

    [Fact]
    public void AColourImageNeedsRoomForItsLabel()
    {
        var images = new ImageSet(new ImageShape(1, 1, 3), ["a", "b", "c"], new byte[60], new byte[20]);

        Assert.StartsWith("The label takes the first 3 values of an image, so an image needs more; the data has 1 x 1 x 3.", Refusal(images), StringComparison.Ordinal);
    }

    [Fact]
    public void ImagesOfAnotherShapeOrOtherClassesAreNotEvaluated()
    {
        using var bench = new Bench();
        var wide = new ImageSet(new ImageShape(9, 8), bench.Data.Train.Classes, new byte[72], new byte[1]);
        var two = new ImageSet(bench.Data.Train.Shape, ["a", "b"], new byte[64], new byte[1]);

        Assert.StartsWith("The network learns from images of 8 x 8; these are 9 x 8.", Refuse(wide), StringComparison.Ordinal);
        Assert.StartsWith("The network learns 10 classes; these images have 2.", Refuse(two), StringComparison.Ordinal);

        string Refuse(ImageSet images) => Assert.Throws<ArgumentException>(() => bench.Trainer.BeginEvaluation(images, thorough: false)).Message;
    }

    [Fact]
    public void ABlackImageIsNoTrouble()
    {
        var black = TinyDigits.Set(8, 8, new byte[64 * 40], [.. Enumerable.Range(0, 40).Select(i => (byte)(i % 10))]);
        using var bench = new Bench(data: new Splits<ImageSet>(new DataOrigin("black", true), black, black, black)).Run(4);

        Assert.All(bench.Trainer.CaptureState().Matrices.Values, matrix => Assert.All(matrix.Values, value => Assert.True(float.IsFinite(value))));
    }

    private static SupervisedTrainer Step(Bench bench) => bench.Run(1).Trainer;

    private static string Refusal(ImageSet images) => Assert.Throws<ArgumentException>(
        () => new Bench(data: new Splits<ImageSet>(new DataOrigin("", true), images, images, images))).Message;
}
