using ForwardForward.Data.Images;
using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Trainers;
using ForwardForward.Learning.Unsupervised;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Experiments.Trainers;

/// <summary>Images against hybrids of two images, no labels in the input (paper, section 3.2); every unit sees everything.</summary>
internal sealed class UnsupervisedFamily : ITrainerFamily
{
    public string Name => "unsupervised";

    public IReadOnlyList<string> Settings { get; } = [.. UnsupervisedSettings.Names, "blocks"];

    public string? WhyNot(string setting) => UnsupervisedSettings.WhyNot(setting);

    public Trainer Create(Recipe recipe, ImageSet images, MatrixProducts products, ExactShortcuts savings)
    {
        var layers = recipe.Network.HiddenUnits.Select(units => new LayerShape(units));
        return new UnsupervisedTrainer(UnsupervisedSettings.Options(recipe, [.. layers], savings), images, products);
    }
}
