using ForwardForward.Data;
using ForwardForward.Data.Images;
using ForwardForward.Data.Mnist;
using ForwardForward.Data.Synthetic;
using ForwardForward.Learning.Supervised;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Recipes.Mnist;

/// <summary>
/// The paper's supervised network: four hidden layers of 2000 units, 60 epochs (section 3.3). The paper is silent on weight decay and peers:
/// both are as the small network's search found them (docs/experiments/ff-supervised-small.md).
/// </summary>
internal sealed class Supervised : Recipe<SupervisedSettings, ImageSet>
{
    public override RecipeInfo Info { get; } = new(
        "ff-supervised",
        "Supervised",
        "The label is written into the first ten pixels; each layer learns to tell right labels from wrong ones. Four layers of 2000 units.")
    {
        Family = RecipeFamilies.LabelInImage,
        Order = 20,
        Paper = new PaperExperiment("3.3", "Label in the image, 4 x 2000, 60 epochs", 1.36) { PublicClaim = "1.35 with another loss, 2 x 2000" },
    };

    public override SupervisedSettings At(Scale scale)
    {
        var paper = new SupervisedSettings { HiddenUnits = [2000, 2000, 2000, 2000], Epochs = 60, WeightDecay = 0.002f, PeerStrength = 0, GoodnessEvery = 10 };
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
