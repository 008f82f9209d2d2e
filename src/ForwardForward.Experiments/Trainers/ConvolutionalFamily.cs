using ForwardForward.Data.Images;
using ForwardForward.Learning.Baselines;
using ForwardForward.Learning.Supervised;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Experiments.Trainers;

/// <summary>Backpropagation through convolutions and pooling, then dense layers.</summary>
internal sealed class ConvolutionalFamily : ITrainerFamily
{
    public string Name => "backprop-convolutional";

    public IReadOnlyList<string> Settings { get; } = ["channels", "dropout", "inputDropout", "labelSmoothing", "initialGain"];

    public string? WhyNot(string setting) => BackpropFamily.Reason(setting);

    public ITrainer Create(Recipe recipe, ImageSet images, MatrixProducts products, Savings savings) =>
        new BackpropTrainer(BackpropFamily.Options(recipe, recipe.Network.Channels), images, products);
}
