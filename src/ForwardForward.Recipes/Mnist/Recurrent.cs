using ForwardForward.Data;
using ForwardForward.Data.Images;
using ForwardForward.Data.Mnist;
using ForwardForward.Data.Synthetic;
using ForwardForward.Learning.Goodness;
using ForwardForward.Learning.Recurrent;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Recipes.Mnist;

/// <summary>The paper's network with top-down connections: two hidden layers of 2000 units, eight iterations, 60 epochs (section 3.4).</summary>
internal sealed class Recurrent : Recipe<RecurrentSettings, ImageSet>
{
    public override RecipeInfo Info { get; } = new(
        "ff-recurrent",
        "Recurrent",
        "The image at the bottom, a label at the top: hidden layers hear the layer above as well as the one below and settle over eight iterations. With the right label they grow quiet.")
    {
        Family = RecipeFamilies.TopDown,
        Order = 70,
        Paper = new PaperExperiment("3.4", "Top-down and bottom-up, 60 epochs", 1.31) { Seeds = 1 },
    };

    public override RecurrentSettings At(Scale scale)
    {
        // Goodness adds up over the units of a layer, so a wide layer moves further at the same rate.
        var paper = new RecurrentSettings { HiddenUnits = [2000, 2000], Epochs = 60, Goodness = new NegativeSumOfSquares(), LearningRate = 0.005f, FirstTrained = 3, LastTrained = 5, GoodnessEvery = 10 };
        return scale switch
        {
            Scale.Smoke => paper with { HiddenUnits = [80, 80], Epochs = 8, LearningRate = 0.01f, GoodnessEvery = 1, BatchSize = 20, TrainImages = 1_000, ValidationImages = 300, TestImages = 300 },
            Scale.Quick => paper with { HiddenUnits = [500, 500], Epochs = 8, LearningRate = 0.02f, GoodnessEvery = 4 },
            _ => paper,
        };
    }

    public override IDataSource<ImageSet> Source(Scale scale) => scale == Scale.Smoke ? new SyntheticDigitsSource() : new MnistSource();

    public override Trainer Create(RecurrentSettings settings, Splits<ImageSet> data, MatrixProducts products) => new RecurrentTrainer(settings, data.Train, products);
}
