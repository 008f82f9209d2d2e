using ForwardForward.Data.Images;
using ForwardForward.Learning.Strategies;
using ForwardForward.Learning.Supervised;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Experiments.Trainers;

/// <summary>The label in the first ten pixels (paper, section 3.3).</summary>
internal sealed class SupervisedFamily : ITrainerFamily
{
    public string Name => "supervised";

    public IReadOnlyList<string> Settings { get; } =
    [
        "negatives", "thresholdPerUnit", "peerStrength", "goodness", "loss", "blocks", "labelStrength", "jitter", "inputDropout", "headLearningRate", "headWeightDecay", "goodnessEvery",
    ];

    public Trainer Create(Recipe recipe, ImageSet images, MatrixProducts products, ExactShortcuts savings) =>
        new SupervisedTrainer(Options(recipe, savings), images, products);

    private static SupervisedOptions Options(Recipe recipe, ExactShortcuts savings) => LayerwiseSettings.With(
        new SupervisedOptions
        {
            HiddenUnits = recipe.Network.HiddenUnits,
            Negatives = Catalogs.NegativeLabels.Get(recipe.Trainer.Negatives),
            LabelStrength = recipe.Trainer.LabelStrength,
            Jitter = recipe.Trainer.Jitter,
            InputDropout = recipe.Trainer.InputDropout,
        },
        recipe,
        savings);
}
