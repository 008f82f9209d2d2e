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
        "negatives", "thresholdPerUnit", "peerStrength", "goodness", "loss", "blocks", "labelStrength", "jitter", "headLearningRate", "headWeightDecay", "goodnessEvery",
    ];

    public ITrainer Create(Recipe recipe, LabelledImages images, MatrixProducts products, Savings savings) =>
        new SupervisedTrainer(Options(recipe, savings), images, products);

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
        Blocks = recipe.Trainer.Blocks,
        Jitter = recipe.Trainer.Jitter,
        Seed = recipe.Seed,
        Savings = savings,
    };
}
