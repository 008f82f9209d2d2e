using ForwardForward.Data;
using ForwardForward.Data.Images;
using ForwardForward.Experiments.Trainers;
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
    public static Trainer CreateTrainer(Recipe recipe, Splits<ImageSet> data, MatrixProducts products, ExactShortcuts? savings = null)
    {
        var images = data.Train.Count > recipe.Data.TrainCount ? data.Train.Slice(0, recipe.Data.TrainCount) : data.Train;
        return TrainerFamilies.Get(recipe.Trainer.Name).Create(recipe, images, products, savings ?? new ExactShortcuts());
    }

    /// <summary>
    /// Makes the trainer of a recipe without its images, only to restore a state and look at it: its weights are real, it cannot train.
    /// </summary>
    /// <param name="recipe">What has been run.</param>
    /// <param name="described">Shape and classes of the images that it ran on; it may hold none.</param>
    /// <param name="products">Does the matrix products; the caller owns it.</param>
    /// <exception cref="ArgumentException">The shape does not fit the recipe, or the recipe names something that does not exist.</exception>
    public static Trainer CreateForViewing(Recipe recipe, ImageSet described, MatrixProducts products)
    {
        // One batch of blank images an epoch, and as many steps as ever: nothing is allocated for images that nobody looks at.
        var (batch, perEpoch) = (recipe.Trainer.BatchSize, Math.Max(1, recipe.Data.TrainCount / recipe.Trainer.BatchSize));
        var epochs = (int)Math.Min(int.MaxValue, (long)recipe.Schedule.Epochs * perEpoch);
        recipe = recipe with { Schedule = recipe.Schedule with { Epochs = epochs } };
        return TrainerFamilies.Get(recipe.Trainer.Name).Create(recipe, described.Blank(batch), products, new ExactShortcuts());
    }

    /// <summary>Whether a recipe's network is also tested by the goodness of every label; if not, it has one test procedure only.</summary>
    /// <exception cref="ArgumentException">The recipe names a trainer that does not exist.</exception>
    public static bool ClassifiesByGoodness(Recipe recipe) => TrainerFamilies.Get(recipe.Trainer.Name).Settings.Contains("goodnessEvery");

    /// <summary>Whether a recipe's network settles over several iterations, so that goodness can be followed from one to the next.</summary>
    /// <exception cref="ArgumentException">The recipe names a trainer that does not exist.</exception>
    public static bool Settles(Recipe recipe) => TrainerFamilies.Get(recipe.Trainer.Name).Settings.Contains("iterations");
}
