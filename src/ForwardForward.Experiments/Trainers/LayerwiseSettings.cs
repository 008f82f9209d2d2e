using ForwardForward.Learning.Strategies;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Experiments.Trainers;

/// <summary>What all Forward-Forward families take from a recipe in the same way.</summary>
internal static class LayerwiseSettings
{
    /// <summary>The options with what they share with all others filled in.</summary>
    public static T With<T>(T options, Recipe recipe, ExactShortcuts savings)
        where T : LayerwiseOptions
    {
        LayerwiseOptions shared = options;
        return (T)(shared with
        {
            Activation = Catalogs.Activations.Get(recipe.Network.Activation),
            Goodness = Catalogs.Goodness.Get(recipe.Trainer.Goodness),
            Loss = Catalogs.Losses.Get(recipe.Trainer.Loss),
            ThresholdPerUnit = recipe.Trainer.ThresholdPerUnit,
            PeerStrength = recipe.Trainer.PeerStrength,
            Blocks = recipe.Trainer.Blocks,
            Schedule = Catalogs.Schedules.Get(recipe.Schedule.Name),
            Epochs = recipe.Schedule.Epochs,
            BatchSize = recipe.Trainer.BatchSize,
            LearningRate = recipe.Trainer.LearningRate,
            Smoothing = recipe.Trainer.Smoothing,
            WeightDecay = recipe.Trainer.WeightDecay,
            HeadLearningRate = recipe.Trainer.HeadLearningRate,
            HeadWeightDecay = recipe.Trainer.HeadWeightDecay,
            Seed = recipe.Seed,
            Savings = savings,
        });
    }
}
