using ForwardForward.Data;
using ForwardForward.Data.Images;
using ForwardForward.Data.Mnist;
using ForwardForward.Data.Synthetic;
using ForwardForward.Learning.Supervised;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Recipes.Mnist;

/// <summary>
/// A variant of our own of the supervised network (paper, section 3.3): a fifth of the pixels is left out in every step
/// (docs/experiments/ff-supervised-small.md has the choice of the share).
/// </summary>
internal sealed class SupervisedDropout : Recipe<SupervisedSettings, ImageSet>
{
    public override RecipeInfo Info { get; } = new(
        "ff-supervised-dropout",
        "Supervised, with dropout",
        "The supervised network of four layers of 2000 units, but every step leaves a fifth of an image's pixels out, so that no unit relies on a few of them.")
    {
        Family = RecipeFamilies.LabelInImage,
        Order = 25,
        Paper = new PaperExperiment("3.3", "The same, a fifth of the pixels left out (a variant of ours)", null),
    };

    public override SupervisedSettings At(Scale scale)
    {
        var paper = new SupervisedSettings { HiddenUnits = [2000, 2000, 2000, 2000], Epochs = 60, WeightDecay = 0.002f, PeerStrength = 0, InputDropout = 0.2f, GoodnessEvery = 10 };
        return scale switch
        {
            Scale.Smoke => paper with { HiddenUnits = [100, 100, 100, 100], Epochs = 5, GoodnessEvery = 1, BatchSize = 20, TrainImages = 2_000, ValidationImages = 500, TestImages = 500 },
            Scale.Quick => paper with { Epochs = 3, GoodnessEvery = 3 },
            _ => paper,
        };
    }

    public override IDataSource<ImageSet> Source(Scale scale) => scale == Scale.Smoke ? new SyntheticDigitsSource() : new MnistSource();

    public override Trainer Create(SupervisedSettings settings, Splits<ImageSet> data, MatrixProducts products) => new SupervisedTrainer(settings, data.Train, products);
}
