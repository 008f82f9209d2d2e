using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Learning.Unsupervised;

/// <summary>Everything that decides how the unsupervised trainer learns, apart from the images.</summary>
public sealed record UnsupervisedOptions : LayerwiseOptions
{
    /// <summary>The usual values.</summary>
    public UnsupervisedOptions() => HeadWeightDecay = 0.001f;

    /// <summary>The hidden layers, bottom first.</summary>
    public required IReadOnlyList<LayerShape> Layers { get; init; }

    /// <summary>How often the random bits of a mask are blurred.</summary>
    public int Blurs { get; init; } = 3;

    /// <summary>Share of the pixels that a step leaves out, of an image and its hybrid the same ones; 0 is none.</summary>
    public float InputDropout { get; init; }
}
