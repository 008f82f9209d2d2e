using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Strategies;
using ForwardForward.Learning.Supervised;
using ForwardForward.Learning.Unsupervised;

namespace ForwardForward.Experiments.Trainers;

/// <summary>What the unsupervised families have in common.</summary>
internal static class UnsupervisedSettings
{
    /// <summary>Names of the settings that both listen to.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["blurs", "thresholdPerUnit", "peerStrength", "goodness", "loss", "headLearningRate", "headWeightDecay"];

    /// <summary>The trainer's options out of a recipe.</summary>
    public static UnsupervisedOptions Options(Recipe recipe, IReadOnlyList<LayerShape> layers, Savings savings) => new()
    {
        Layers = layers,
        Activation = Catalogs.Activations.Get(recipe.Network.Activation),
        Goodness = Catalogs.Goodness.Get(recipe.Trainer.Goodness),
        Loss = Catalogs.Losses.Get(recipe.Trainer.Loss),
        Blurs = recipe.Trainer.Blurs,
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
        Blocks = recipe.Trainer.Blocks,
        Seed = recipe.Seed,
        Savings = savings,
    };
}
