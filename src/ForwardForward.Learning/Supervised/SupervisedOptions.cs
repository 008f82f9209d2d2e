using ForwardForward.Learning.Negatives;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Learning.Supervised;

/// <summary>Everything that decides how the supervised trainer learns, apart from the images.</summary>
public sealed record SupervisedOptions : LayerwiseOptions
{
    /// <summary>The usual values, those of Hinton's released code.</summary>
    public SupervisedOptions() => PeerStrength = 0.03f;

    /// <summary>Units of every hidden layer, bottom first.</summary>
    public required IReadOnlyList<int> HiddenUnits { get; init; }

    /// <summary>Where wrong labels come from.</summary>
    public INegativeLabels Negatives { get; init; } = new HardLabels();

    /// <summary>Value of the label pixel that is on; a neutral row has a tenth of it in each of ten.</summary>
    public float LabelStrength { get; init; } = 1;

    /// <summary>By how many pixels an image is moved at most, each way, afresh in every epoch; 0 is off.</summary>
    public int Jitter { get; init; }

    /// <summary>Share of the pixels that a step leaves out of every image, for all of its rows alike; 0 is off.</summary>
    public float InputDropout { get; init; }
}
