using ForwardForward.Data.Images;
using ForwardForward.Learning.Backprop;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Experiments.Trainers;

/// <summary>Backpropagation through convolutions and pooling, then dense layers.</summary>
internal sealed class ConvolutionalFamily : ITrainerFamily
{
    public string Name => "backprop-convolutional";

    public IReadOnlyList<string> Settings { get; } = ["channels", "dropout", "inputDropout", "labelSmoothing", "initialGain"];

    public string? WhyNot(string setting) => BackpropFamily.Reason(setting);

    public Trainer Create(Recipe recipe, ImageSet images, MatrixProducts products, ExactShortcuts savings) =>
        new BackpropTrainer(BackpropFamily.Options(recipe, recipe.Network.Channels), images, products);
}
