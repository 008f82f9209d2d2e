using ForwardForward.Data;
using ForwardForward.Data.Images;
using ForwardForward.Data.Mnist;
using ForwardForward.Data.Synthetic;
using ForwardForward.Learning.Supervised;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Recipes.Mnist;

/// <summary>The supervised network on images moved by up to two pixels each way, 500 epochs (paper, section 3.3).</summary>
internal sealed class SupervisedJitter : Recipe<SupervisedSettings, ImageSet>
{
    public override RecipeInfo Info { get; } = new(
        "ff-supervised-jitter",
        "Supervised, jittered",
        "Every image is moved by up to two pixels each way before its label is written in, afresh in every epoch: 25 shifts that give a permutation-invariant network some of what convolution has.")
    {
        Family = RecipeFamilies.LabelInImage,
        Order = 40,
        Paper = new PaperExperiment("3.3", "4 x 2000, images shifted, 500 epochs", 0.64) { PublicClaim = "0.71 with dropout, 3 x 1000, 200 epochs", Seeds = 1 },
    };

    public override SupervisedSettings At(Scale scale)
    {
        var paper = new SupervisedSettings { HiddenUnits = [2000, 2000, 2000, 2000], Epochs = 500, WeightDecay = 0.002f, PeerStrength = 0, Jitter = 2, ValidateEvery = 2, GoodnessEvery = 20 };
        return scale switch
        {
            Scale.Smoke => paper with { HiddenUnits = [100, 100, 100, 100], Epochs = 15, Jitter = 1, ValidateEvery = 1, GoodnessEvery = 1, BatchSize = 20, TrainImages = 2_000, ValidationImages = 500, TestImages = 500 },
            Scale.Quick => paper with { HiddenUnits = [500, 500, 500, 500], Epochs = 12, ValidateEvery = 1, GoodnessEvery = 1 },
            _ => paper,
        };
    }

    public override IDataSource<ImageSet> Source(Scale scale) => scale == Scale.Smoke ? new SyntheticDigitsSource() : new MnistSource();

    public override Trainer Create(SupervisedSettings settings, Splits<ImageSet> data, MatrixProducts products) => new SupervisedTrainer(settings, data.Train, products);
}
