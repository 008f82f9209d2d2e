using ForwardForward.Data.Images;
using ForwardForward.Learning.Strategies;
using ForwardForward.Learning.Supervised;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Experiments;

/// <summary>Turns a recipe into a trainer.</summary>
public static class Experiment
{
    /// <summary>Makes the trainer of a recipe at its very beginning: weights drawn, nothing learnt.</summary>
    /// <param name="recipe">What to run.</param>
    /// <param name="data">Images; of the training part the first <see cref="DataSettings.TrainCount"/> are used, or all if there are fewer.</param>
    /// <param name="products">Does the matrix products; the caller owns it.</param>
    /// <param name="savings">Which exact savings are made; null makes all of them.</param>
    /// <exception cref="ArgumentException">The data does not fit the recipe, or the recipe names something that does not exist.</exception>
    public static ITrainer CreateTrainer(Recipe recipe, ImageDataSet data, MatrixProducts products, Savings? savings = null)
    {
        var images = data.Train.Count > recipe.Data.TrainCount ? data.Train.Slice(0, recipe.Data.TrainCount) : data.Train;
        return recipe.Trainer.Name == "supervised"
            ? new SupervisedTrainer(Options(recipe, savings ?? new Savings()), images, products)
            : throw new ArgumentException($"There is no trainer called '{recipe.Trainer.Name}'. There is: supervised.", nameof(recipe));
    }

    private static SupervisedOptions Options(Recipe recipe, Savings savings) => new()
    {
        HiddenUnits = recipe.Network.HiddenUnits,
        Activation = Catalogs.Activations.Get(recipe.Network.Activation),
        Goodness = Catalogs.Goodness.Get(recipe.Trainer.Goodness),
        Loss = Catalogs.Losses.Get(recipe.Trainer.Loss),
        Negatives = Catalogs.NegativeLabels.Get(recipe.Trainer.Negatives),
        Schedule = Catalogs.Schedules.Get(recipe.Schedule.Name),
        Epochs = recipe.Schedule.Epochs,
        BatchSize = recipe.Trainer.BatchSize,
        ThresholdPerUnit = recipe.Trainer.ThresholdPerUnit,
        LearningRate = recipe.Trainer.LearningRate,
        Smoothing = recipe.Trainer.Smoothing,
        WeightDecay = recipe.Trainer.WeightDecay,
        HeadLearningRate = recipe.Trainer.HeadLearningRate,
        HeadWeightDecay = recipe.Trainer.HeadWeightDecay,
        PeerStrength = recipe.Trainer.PeerStrength,
        LabelStrength = recipe.Trainer.LabelStrength,
        Seed = recipe.Seed,
        Savings = savings,
    };
}
