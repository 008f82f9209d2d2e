using ForwardForward.Data.Images;
using ForwardForward.Learning.Recurrent;
using ForwardForward.Learning.Strategies;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Experiments.Trainers;

/// <summary>The label at the top, the image at the bottom, and layers that settle between them (paper, section 3.4).</summary>
internal sealed class RecurrentFamily : ITrainerFamily
{
    public string Name => "recurrent";

    public IReadOnlyList<string> Settings { get; } =
    [
        "negatives", "thresholdPerUnit", "goodness", "loss", "blocks", "headLearningRate", "headWeightDecay", "goodnessEvery",
        "iterations", "damping", "firstTrained", "lastTrained", "firstScored", "lastScored",
    ];

    public string? WhyNot(string setting) => setting == "labelStrength" ? "which holds its label at the top, outside the image" : null;

    public Trainer Create(Recipe recipe, ImageSet images, MatrixProducts products, ExactShortcuts savings) =>
        new RecurrentTrainer(Options(recipe, savings), images, products);

    private static RecurrentOptions Options(Recipe recipe, ExactShortcuts savings) => LayerwiseSettings.With(
        new RecurrentOptions
        {
            HiddenUnits = recipe.Network.HiddenUnits,
            Negatives = Catalogs.NegativeLabels.Get(recipe.Trainer.Negatives),
            Iterations = recipe.Trainer.Iterations,
            Damping = recipe.Trainer.Damping,
            Trained = (recipe.Trainer.FirstTrained, recipe.Trainer.LastTrained),
            Scored = (recipe.Trainer.FirstScored, recipe.Trainer.LastScored),
        },
        recipe,
        savings);
}
