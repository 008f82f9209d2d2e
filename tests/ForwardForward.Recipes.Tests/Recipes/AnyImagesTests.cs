using ForwardForward.Data;
using ForwardForward.Data.Images;
using ForwardForward.Frames;
using ForwardForward.Learning.Models;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Threading;
using ForwardForward.Testing;

namespace ForwardForward.Recipes.Tests.Recipes;

/// <summary>Every recipe of images takes images of any shape, in colour, of any number of classes: those of <see cref="ColourPatterns"/> stand for all.</summary>
public sealed class AnyImagesTests : IDisposable
{
    private static readonly Splits<ImageSet> Data = ColourPatterns.Make(6 * ColourRecipes.Batch);
    private readonly Workers _workers = new(1);
    private readonly MatrixProducts _products;

    public AnyImagesTests() => _products = new MatrixProducts(_workers);

    public static TheoryData<string> Ids => [.. RecipeCatalog.Ids];

    private static int Classes => ColourPatterns.Described.Classes.Count;

    public void Dispose()
    {
        _products.Dispose();
        _workers.Dispose();
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryRecipeTrainsAndResumesBitForBit(string id)
    {
        using var whole = Create(id);
        var held = Run(whole, 4);
        using var resumed = Create(id);
        resumed.RestoreState(held);
        var (expected, actual) = (Run(whole, 4), Run(resumed, 4));

        Assert.Equal(expected.Matrices.Keys.Order(), actual.Matrices.Keys.Order());
        Assert.All(expected.Matrices, matrix => Assert.Equal(Bits(matrix.Value.Values), Bits(actual.Matrices[matrix.Key].Values)));
        Assert.Contains(held.Matrices, matrix => !Bits(matrix.Value.Values).SequenceEqual(Bits(actual.Matrices[matrix.Key].Values)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryRecipeCountsErrorsAndClassifies(string id)
    {
        using var trainer = Create(id);
        Run(trainer, 12);
        using var evaluation = trainer.BeginEvaluation(Data.Validation, thorough: true);
        while (evaluation.Advance())
        {
        }

        using var network = trainer.CaptureModel();
        var answer = network.Classify(Data.Test.Image(1));

        Assert.InRange(evaluation.Scores.Of(Measures.GoodnessError) ?? evaluation.Scores.Of(Measures.SoftmaxError) ?? double.NaN, 0, 100);
        Assert.Equal(Data.Train.Shape.Values, network.PixelsPerImage);
        Assert.InRange(answer.Label, 0, Classes - 1);
        Assert.Equal(Classes, answer.Softmax.Length);
        Assert.Equal(1, answer.Softmax.Sum(), 1e-4);
        Assert.True(answer.Goodness.Length == (evaluation.Scores.Of(Measures.GoodnessError) is null ? 0 : Classes), $"{answer.Goodness.Length} values of goodness");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryRecipeOpensForViewingOnWhatItsDataIsLike(string id)
    {
        using var trainer = Create(id);
        var state = Run(trainer, 4);
        using var expected = trainer.CaptureModel();
        using var viewer = ColourRecipes.Fit(id, Data).CreateForViewing(ColourPatterns.Described, _products);
        viewer.RestoreState(state);
        using var network = viewer.CaptureModel();

        Assert.Equal(trainer.Course.CompletedSteps, viewer.Course.CompletedSteps);
        Assert.Equal(Bits(expected.Classify(Data.Test.Image(2)).Softmax), Bits(network.Classify(Data.Test.Image(2)).Softmax));
        Assert.Equal(Bits(Fields(trainer)), Bits(Fields(viewer)));
    }

    // All fields of the first layer: pictures in colour.
    private static float[] Fields(Trainer trainer)
    {
        var layer = trainer.LayerReadings.Layers[0];
        var shape = new ImageShape(layer.FieldWidth, layer.FieldHeight, layer.FieldChannels);
        Assert.Equal(Data.Train.Shape.Channels, shape.Channels);
        var fields = new float[layer.Units * shape.Values];
        trainer.LayerReadings.CopyReceptiveFields(0, 0, layer.Units, fields);
        Assert.Contains(fields, value => value != 0);
        return fields;
    }

    private static TrainerState Run(Trainer trainer, int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            var report = trainer.Step();
            Assert.True(float.IsFinite(report.HeadLoss), $"the loss of the head is {report.HeadLoss}");
            Assert.All(report.Layers, layer => Assert.True(float.IsFinite(layer.Loss), $"the loss of a layer is {layer.Loss}"));
        }

        return trainer.CaptureState();
    }

    private static IEnumerable<int> Bits(IEnumerable<float> values) => values.Select(BitConverter.SingleToInt32Bits);

    private Trainer Create(string id) => ColourRecipes.Fit(id, Data).CreateTrainer(Data, _products);
}
