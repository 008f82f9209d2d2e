using ForwardForward.Data;
using ForwardForward.Data.Images;
using ForwardForward.Data.Mnist;
using ForwardForward.Data.Synthetic;
using ForwardForward.Learning.Losses;
using ForwardForward.Learning.Supervised;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Recipes.Mnist;

/// <summary>Two layers of 500 units that learn to tell positive from negative data by the difference of their goodness (SymBa).</summary>
internal sealed class SupervisedSymba : Recipe<SupervisedSettings, ImageSet>
{
    public override RecipeInfo Info { get; } = new("ff-supervised-symba", "Supervised, SymBa", "The loss looks at the difference of the goodness of a positive and its negative, so no threshold is needed.")
    {
        Family = RecipeFamilies.LabelInImage,
        Order = 90,
    };

    public override SupervisedSettings At(Scale scale)
    {
        var paper = new SupervisedSettings { HiddenUnits = [500, 500], Epochs = 60, Loss = new SymbaLoss() };
        return scale switch
        {
            Scale.Smoke => paper with { HiddenUnits = [100, 100], Epochs = 5, BatchSize = 20, TrainImages = 2_000, ValidationImages = 500, TestImages = 500 },
            Scale.Quick => paper with { Epochs = 5 },
            _ => paper,
        };
    }

    public override IDataSource<ImageSet> Source(Scale scale) => scale == Scale.Smoke ? new SyntheticDigitsSource() : new MnistSource();

    public override Trainer Create(SupervisedSettings settings, Splits<ImageSet> data, MatrixProducts products) => new SupervisedTrainer(settings, data.Train, products);
}
