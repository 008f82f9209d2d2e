using ForwardForward.Data;
using ForwardForward.Data.Images;
using ForwardForward.Data.Mnist;
using ForwardForward.Data.Synthetic;
using ForwardForward.Learning.Trainers;
using ForwardForward.Learning.Unsupervised;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Recipes.Mnist;

/// <summary>The paper's unsupervised network: digits against hybrids of two digits, four hidden layers of 2000 units, 100 epochs (section 3.2).</summary>
internal sealed class Unsupervised : Recipe<UnsupervisedSettings, ImageSet>
{
    public override RecipeInfo Info { get; } = new(
        "ff-unsupervised",
        "Unsupervised",
        "No labels: each layer learns to tell digits from hybrids of two digits. A linear softmax on the last three layers then reads off the label.")
    {
        Family = RecipeFamilies.HybridImages,
        Order = 50,
        Paper = new PaperExperiment("3.2", "Hybrid images as negatives, 4 x 2000, 100 epochs", 1.37) { PublicClaim = "about 5" },
    };

    public override UnsupervisedSettings At(Scale scale)
    {
        var paper = new UnsupervisedSettings { HiddenUnits = [2000, 2000, 2000, 2000], Epochs = 100, PeerStrength = 0.03f };
        return scale switch
        {
            Scale.Smoke => paper with { HiddenUnits = [100, 100, 100, 100], Epochs = 5, BatchSize = 20, TrainImages = 2_000, ValidationImages = 500, TestImages = 500 },
            Scale.Quick => paper with { HiddenUnits = [500, 500, 500, 500], Epochs = 10 },
            _ => paper,
        };
    }

    public override IDataSource<ImageSet> Source(Scale scale) => scale == Scale.Smoke ? new SyntheticDigitsSource() : new MnistSource();

    public override Trainer Create(UnsupervisedSettings settings, Splits<ImageSet> data, MatrixProducts products) => new UnsupervisedTrainer(settings, data.Train, products);
}
