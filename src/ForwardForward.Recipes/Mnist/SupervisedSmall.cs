using ForwardForward.Data;
using ForwardForward.Data.Images;
using ForwardForward.Data.Mnist;
using ForwardForward.Data.Synthetic;
using ForwardForward.Learning.Supervised;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Recipes.Mnist;

/// <summary>
/// The network of Hinton's released code: three hidden layers of 1000 units, label in the first ten pixels (paper, section 3.3). Weight decay
/// and peer strength are ours, chosen on the validation images (docs/experiments/ff-supervised-small.md); the rest is his.
/// </summary>
internal sealed class SupervisedSmall : Recipe<SupervisedSettings, ImageSet>
{
    public override RecipeInfo Info { get; } = new(
        "ff-supervised-small",
        "Supervised, small",
        "The label is written into the first ten pixels; each layer learns to tell right labels from wrong ones. Three layers of 1000 units.")
    {
        Family = RecipeFamilies.LabelInImage,
        Order = 10,
        Paper = new PaperExperiment("3.3", "Label in the image, 3 x 1000, 100 epochs", null)
        {
            ReleasedCode = new ReleasedCodeErrors(1.44, 1.47),
            PublicClaim = "1.33 by goodness, 1.38 by softmax, 125 epochs",
        },
    };

    public override SupervisedSettings At(Scale scale)
    {
        var paper = new SupervisedSettings { HiddenUnits = [1000, 1000, 1000], Epochs = 100, WeightDecay = 0.002f, PeerStrength = 0, GoodnessEvery = 10 };
        return scale switch
        {
            Scale.Smoke => paper with { HiddenUnits = [100, 100, 100], Epochs = 5, GoodnessEvery = 1, BatchSize = 20, TrainImages = 2_000, ValidationImages = 500, TestImages = 500 },
            Scale.Quick => paper with { Epochs = 8, GoodnessEvery = 1 },
            _ => paper,
        };
    }

    public override IDataSource<ImageSet> Source(Scale scale) => scale == Scale.Smoke ? new SyntheticDigitsSource() : new MnistSource();

    public override Trainer Create(SupervisedSettings settings, Splits<ImageSet> data, MatrixProducts products) => new SupervisedTrainer(settings, data.Train, products);
}
