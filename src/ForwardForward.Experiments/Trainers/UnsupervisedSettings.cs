using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Strategies;
using ForwardForward.Learning.Trainers;
using ForwardForward.Learning.Unsupervised;

namespace ForwardForward.Experiments.Trainers;

/// <summary>What the unsupervised families have in common.</summary>
internal static class UnsupervisedSettings
{
    /// <summary>Names of the settings that both listen to.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["blurs", "inputDropout", "thresholdPerUnit", "peerStrength", "goodness", "loss", "headLearningRate", "headWeightDecay"];

    /// <summary>Why a setting of other families means nothing to these.</summary>
    public static string? WhyNot(string setting) => setting switch
    {
        "negatives" or "labelStrength" => "whose negatives are hybrids of two images and bear no label",
        "jitter" => "which makes a hybrid of two images as they are",
        _ => null,
    };

    /// <summary>The trainer's options out of a recipe.</summary>
    public static UnsupervisedOptions Options(Recipe recipe, IReadOnlyList<LayerShape> layers, ExactShortcuts savings) => LayerwiseSettings.With(
        new UnsupervisedOptions
        {
            Layers = layers,
            Blurs = recipe.Trainer.Blurs,
            InputDropout = recipe.Trainer.InputDropout,
        },
        recipe,
        savings);
}
