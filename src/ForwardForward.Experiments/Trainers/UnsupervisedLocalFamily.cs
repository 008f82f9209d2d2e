using ForwardForward.Data.Images;
using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Trainers;
using ForwardForward.Learning.Unsupervised;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Experiments.Trainers;

/// <summary>The same on local receptive fields without weight sharing (paper, section 3.2).</summary>
internal sealed class UnsupervisedLocalFamily : ITrainerFamily
{
    public string Name => "unsupervised-local";

    public IReadOnlyList<string> Settings { get; } = [.. UnsupervisedSettings.Names, "blocks", "fieldSizes", "fieldStrides"];

    public string? WhyNot(string setting) => UnsupervisedSettings.WhyNot(setting);

    public Trainer Create(Recipe recipe, ImageSet images, MatrixProducts products, ExactShortcuts savings)
    {
        var network = recipe.Network;
        if (network.FieldSizes.Count != network.HiddenUnits.Count || network.FieldStrides.Count != network.HiddenUnits.Count)
        {
            throw new ArgumentException(
                $"Every one of {network.HiddenUnits.Count} layers needs a field size and a stride; got {network.FieldSizes.Count} and {network.FieldStrides.Count}.", nameof(recipe));
        }

        var layers = network.HiddenUnits.Select((units, i) => new LayerShape(units, new LocalField(network.FieldSizes[i], network.FieldStrides[i])));
        return new UnsupervisedTrainer(UnsupervisedSettings.Options(recipe, [.. layers], savings), images, products);
    }
}
