using ForwardForward.Data;
using ForwardForward.Data.Images;
using ForwardForward.Data.Mnist;
using ForwardForward.Data.Synthetic;
using ForwardForward.Learning.Backprop;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Recipes.Mnist;

/// <summary>The net of <c>bp-mlp</c> with dropout (paper, section 3.1).</summary>
internal sealed class BackpropMlpDropout : Recipe<BackpropSettings, ImageSet>
{
    public override RecipeInfo Info { get; } = new(
        "bp-mlp-dropout",
        "Backprop with dropout",
        "Backprop with hidden units left out at random in every step, so that none relies on another.")
    {
        Family = RecipeFamilies.Backpropagation,
        Order = 111,
        Paper = new PaperExperiment("3.1", "Backprop with dropout", 1.1),
    };

    public override BackpropSettings At(Scale scale)
    {
        var paper = new BackpropSettings { HiddenUnits = [1000, 1000], Epochs = 250, LearningRate = 0.3f, WeightDecay = 0.0002f, Dropout = 0.5f, InputDropout = 0.2f };
        return scale switch
        {
            Scale.Smoke => paper with { HiddenUnits = [100, 100], Epochs = 5, LearningRate = 0.1f, WeightDecay = 0.001f, BatchSize = 20, TrainImages = 2_000, ValidationImages = 500, TestImages = 500 },
            Scale.Quick => paper with { Epochs = 5 },
            _ => paper,
        };
    }

    public override IDataSource<ImageSet> Source(Scale scale) => scale == Scale.Smoke ? new SyntheticDigitsSource() : new MnistSource();

    public override Trainer Create(BackpropSettings settings, Splits<ImageSet> data, MatrixProducts products) => new BackpropTrainer(settings, data.Train, products);
}
