using ForwardForward.Data;
using ForwardForward.Data.Handwriting;
using ForwardForward.Data.Images;
using ForwardForward.Data.Synthetic;
using ForwardForward.Learning.Supervised;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Recipes.Handwriting;

/// <summary>
/// The network that ships with the program: small, and taught with distorted digits and made-up hands besides MNIST, so that it reads what
/// people draw. An experiment of our own, with the procedure of section 3.3 and a jitter of one pixel (docs/experiments/ff-supervised-handwriting.md).
/// </summary>
internal sealed class SupervisedHandwriting : Recipe<SupervisedSettings, ImageSet>
{
    public override RecipeInfo Info { get; } = new(
        "ff-supervised-handwriting",
        "Supervised, for handwriting",
        "The network that waits beside the drawing pad: it learns from MNIST, plain and distorted, and from strokes of many made-up hands, each image moved by up to a pixel.")
    {
        Family = RecipeFamilies.LabelInImage,
        Order = 45,
    };

    public override SupervisedSettings At(Scale scale)
    {
        var paper = new SupervisedSettings { HiddenUnits = [800, 800, 800], Epochs = 20, WeightDecay = 0.002f, PeerStrength = 0, Jitter = 1, TrainImages = 175_000, GoodnessEvery = 20 };
        return scale switch
        {
            Scale.Smoke => paper with { HiddenUnits = [100, 100, 100], Epochs = 15, GoodnessEvery = 1, BatchSize = 20, TrainImages = 2_000, ValidationImages = 500, TestImages = 500 },
            Scale.Quick => paper with { HiddenUnits = [500, 500, 500], Epochs = 8, TrainImages = 50_000, GoodnessEvery = 1 },
            _ => paper,
        };
    }

    public override IDataSource<ImageSet> Source(Scale scale) => scale == Scale.Smoke ? new SyntheticDigitsSource() : new HandwritingSource();

    public override Trainer Create(SupervisedSettings settings, Splits<ImageSet> data, MatrixProducts products) => new SupervisedTrainer(settings, data.Train, products);
}
