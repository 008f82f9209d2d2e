using ForwardForward.Data.Images;
using ForwardForward.Learning.Backprop;
using ForwardForward.Learning.Strategies;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Experiments.Trainers;

/// <summary>Backpropagation, which Forward-Forward is held against: dense layers only, so that the net knows nothing of the image's geometry.</summary>
internal sealed class BackpropFamily : ITrainerFamily
{
    public string Name => "backprop";

    public IReadOnlyList<string> Settings { get; } = ["dropout", "inputDropout", "labelSmoothing", "initialGain"];

    public string? WhyNot(string setting) => Reason(setting);

    public Trainer Create(Recipe recipe, ImageSet images, MatrixProducts products, ExactShortcuts savings) =>
        new BackpropTrainer(Options(recipe, []), images, products);

    /// <summary>Why settings of Forward-Forward mean nothing to backpropagation; null for all others.</summary>
    public static string? Reason(string setting) => setting switch
    {
        "goodness" or "loss" or "negatives" or "thresholdPerUnit" or "blocks" or "peerStrength" or "blurs" or "labelStrength" =>
            "which learns by backpropagation and has neither goodness nor negatives",
        _ => null,
    };

    /// <summary>What a recipe says to the trainer.</summary>
    public static BackpropOptions Options(Recipe recipe, IReadOnlyList<int> channels) => new()
    {
        Channels = channels,
        HiddenUnits = recipe.Network.HiddenUnits,
        Activation = Catalogs.Activations.Get(recipe.Network.Activation),
        Dropout = recipe.Trainer.Dropout,
        InputDropout = recipe.Trainer.InputDropout,
        LabelSmoothing = recipe.Trainer.LabelSmoothing,
        InitialGain = recipe.Trainer.InitialGain,
        Schedule = Catalogs.Schedules.Get(recipe.Schedule.Name),
        Epochs = recipe.Schedule.Epochs,
        BatchSize = recipe.Trainer.BatchSize,
        LearningRate = recipe.Trainer.LearningRate,
        Smoothing = recipe.Trainer.Smoothing,
        WeightDecay = recipe.Trainer.WeightDecay,
        Seed = recipe.Seed,
    };
}
