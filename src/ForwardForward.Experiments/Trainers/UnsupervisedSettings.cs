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
    public static UnsupervisedOptions Options(Recipe recipe, IReadOnlyList<LayerShape> layers, Savings savings) => LayerwiseSettings.With(
        new UnsupervisedOptions
        {
            Layers = layers,
            Blurs = recipe.Trainer.Blurs,
        },
        recipe,
        savings);
}
