using ForwardForward.Data;
using ForwardForward.Data.Images;
using ForwardForward.Data.Mnist;
using ForwardForward.Data.Synthetic;
using ForwardForward.Learning.Backprop;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Recipes.Mnist;

/// <summary>A small convolutional net by backprop (paper, section 3.1).</summary>
internal sealed class BackpropCnn : Recipe<ConvolutionalSettings, ImageSet>
{
    public override RecipeInfo Info { get; } = new(
        "bp-cnn",
        "Backprop, convolutional",
        "Two convolutions with max pooling under a dense layer: what backprop reaches when the net knows that neighbouring pixels belong together.")
    {
        Family = RecipeFamilies.Backpropagation,
        Order = 113,
        Paper = new PaperExperiment("3.1", "Backprop, a small convolutional net", 0.6),
    };

    public override ConvolutionalSettings At(Scale scale)
    {
        var paper = new ConvolutionalSettings { Channels = [32, 64], HiddenUnits = [500], Epochs = 30, LearningRate = 0.3f, WeightDecay = 0.0005f, Dropout = 0.5f };
        return scale switch
        {
            Scale.Smoke => paper with { Channels = [8, 16], HiddenUnits = [50], Epochs = 5, LearningRate = 0.1f, Dropout = 0, BatchSize = 20, TrainImages = 1_000, ValidationImages = 300, TestImages = 300 },
            Scale.Quick => paper with { Epochs = 4, TrainImages = 20_000 },
            _ => paper,
        };
    }

    public override IDataSource<ImageSet> Source(Scale scale) => scale == Scale.Smoke ? new SyntheticDigitsSource() : new MnistSource();

    public override Trainer Create(ConvolutionalSettings settings, Splits<ImageSet> data, MatrixProducts products) => new BackpropTrainer(settings, data.Train, products);
}
