using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Negatives;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Learning.Supervised;

/// <summary>Everything that decides how the supervised trainer learns, apart from the images (paper, section 3.3).</summary>
public sealed record SupervisedSettings : LayerwiseSettings
{
    /// <summary>Where wrong labels come from.</summary>
    [Setting("Negatives", "Where the wrong labels of negative examples come from.", IsMain = true)]
    public INegativeLabels Negatives { get; init; } = new HardLabels();

    /// <summary>Strength of the peer normalisation (lambda of the released code); 0 is off.</summary>
    [Setting("Peer normalisation", "How strongly a unit is pulled towards the mean activity of its layer, so that none stays silent; 0 is off.", 0, 10, IsMain = true)]
    public float PeerStrength { get; init; } = 0.03f;

    /// <summary>Value of the label pixel that is on; a neutral row has a tenth of it in each of ten.</summary>
    [Setting("Label strength", "Value of the label pixel that is on.", 0.01, 100)]
    public float LabelStrength { get; init; } = 1;

    /// <summary>By how many pixels an image is moved at most, each way, afresh in every epoch; 0 is off.</summary>
    [Setting("Jitter", "By how much an image is moved at most, left, right, up and down, afresh in every epoch; 0 is off.", 0, 4, Unit = "pixels")]
    public int Jitter { get; init; }

    /// <summary>Share of the pixels that a step leaves out of every image, for all of its rows alike; 0 is off.</summary>
    [Setting("Dropout of the input", "Share of the pixels that a step leaves out at random.", 0, 0.95)]
    public float InputDropout { get; init; }

    /// <summary>Errors by the goodness of every label are counted after every so many epochs, and after the last.</summary>
    [Setting("Goodness every", "After how many epochs the slower count by the goodness of every label is made.", 1, 10_000, Group = SettingGroup.Evaluation, Unit = "epochs")]
    public int GoodnessEvery { get; init; } = 1;

    /// <inheritdoc/>
    public override int CountThoroughlyEvery => GoodnessEvery;

    /// <inheritdoc/>
    public override bool ClassifiesByGoodness => true;

    /// <inheritdoc/>
    internal override LayerRule Rule => base.Rule with { PeerStrength = PeerStrength };
}
