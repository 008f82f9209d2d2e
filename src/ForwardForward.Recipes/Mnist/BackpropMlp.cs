using ForwardForward.Data;
using ForwardForward.Data.Images;
using ForwardForward.Data.Mnist;
using ForwardForward.Data.Synthetic;
using ForwardForward.Learning.Backprop;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Recipes.Mnist;

/// <summary>Backprop on permutation-invariant MNIST: a few layers of rectified units (paper, section 3.1).</summary>
internal sealed class BackpropMlp : Recipe<BackpropSettings, ImageSet>
{
    public override RecipeInfo Info { get; } = new(
        "bp-mlp",
        "Backprop",
        "What Forward-Forward is held against: the same kind of net, trained by backpropagation, with no knowledge of the image's geometry.")
    {
        Family = RecipeFamilies.Backpropagation,
        Order = 110,
        Paper = new PaperExperiment("3.1", "Backprop, ReLU layers, no tricks", 1.4),
    };

    public override BackpropSettings At(Scale scale)
    {
        var paper = new BackpropSettings { HiddenUnits = [1000, 1000], Epochs = 20, LearningRate = 1, WeightDecay = 0.0003f, InitialGain = 0.5f };
        return scale switch
        {
            Scale.Smoke => paper with { HiddenUnits = [100, 100], Epochs = 5, LearningRate = 0.1f, WeightDecay = 0.002f, BatchSize = 20, TrainImages = 2_000, ValidationImages = 500, TestImages = 500 },
            Scale.Quick => paper with { Epochs = 5 },
            _ => paper,
        };
    }

    public override IDataSource<ImageSet> Source(Scale scale) => scale == Scale.Smoke ? new SyntheticDigitsSource() : new MnistSource();

    public override Trainer Create(BackpropSettings settings, Splits<ImageSet> data, MatrixProducts products) => new BackpropTrainer(settings, data.Train, products);
}
