using ForwardForward.Data;
using ForwardForward.Data.Images;
using ForwardForward.Data.Mnist;
using ForwardForward.Data.Synthetic;
using ForwardForward.Learning.Trainers;
using ForwardForward.Learning.Unsupervised;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Recipes.Mnist;

/// <summary>
/// The paper's unsupervised network with local receptive fields and without weight sharing: three hidden layers on grids of 4 x 4, 3 x 3 and
/// 2 x 2 locations, peer normalisation, 60 epochs (section 3.2).
/// </summary>
internal sealed class UnsupervisedLocal : Recipe<UnsupervisedLocalSettings, ImageSet>
{
    public override RecipeInfo Info { get; } = new(
        "ff-unsupervised-local",
        "Unsupervised, local fields",
        "Digits against hybrids of two digits, where each unit sees only a part of what is below it: its own place on a 4 x 4 grid, then 3 x 3, then 2 x 2.")
    {
        Family = RecipeFamilies.HybridImages,
        Order = 60,
        Paper = new PaperExperiment("3.2", "Local receptive fields, 60 epochs", 1.16),
    };

    public override UnsupervisedLocalSettings At(Scale scale)
    {
        var paper = new UnsupervisedLocalSettings { HiddenUnits = [128, 220, 512], FieldSizes = [10, 2, 2], FieldStrides = [6, 1, 1], Epochs = 60, PeerStrength = 0.03f };
        return scale switch
        {
            Scale.Smoke => paper with { HiddenUnits = [8, 16, 32], Epochs = 5, BatchSize = 20, TrainImages = 2_000, ValidationImages = 500, TestImages = 500 },
            Scale.Quick => paper with { HiddenUnits = [64, 110, 256], Epochs = 10 },
            _ => paper,
        };
    }

    public override IDataSource<ImageSet> Source(Scale scale) => scale == Scale.Smoke ? new SyntheticDigitsSource() : new MnistSource();

    public override Trainer Create(UnsupervisedLocalSettings settings, Splits<ImageSet> data, MatrixProducts products) => new UnsupervisedTrainer(settings, data.Train, products);
}
