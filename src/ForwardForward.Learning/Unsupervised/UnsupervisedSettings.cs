using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Learning.Unsupervised;

/// <summary>Everything that decides how the unsupervised trainer learns, apart from the images (paper, section 3.2); every unit sees everything below.</summary>
public record UnsupervisedSettings : LayerwiseSettings
{
    /// <summary>The usual values.</summary>
    public UnsupervisedSettings() => HeadWeightDecay = 0.001f;

    /// <summary>Strength of the peer normalisation; 0 is off.</summary>
    [Setting("Peer normalisation", "How strongly a unit is pulled towards the mean activity of its layer, so that none stays silent; 0 is off.", 0, 10, IsMain = true)]
    public float PeerStrength { get; init; }

    /// <summary>How often the random bits of a mask are blurred.</summary>
    [Setting("Blurs of a mask", "How often the random bits of a hybrid's mask are blurred before they are cut into black and white: the more, the larger the regions.", 1, 30, Unit = "times", IsMain = true)]
    public int Blurs { get; init; } = 3;

    /// <summary>Share of the pixels that a step leaves out, of an image and its hybrid the same ones; 0 is none.</summary>
    [Setting("Dropout of the input", "Share of the pixels that a step leaves out at random.", 0, 0.95)]
    public float InputDropout { get; init; }

    /// <summary>The hidden layers, bottom first.</summary>
    public virtual IReadOnlyList<LayerShape> Layers => [.. HiddenUnits.Select(units => new LayerShape(units))];

    /// <inheritdoc/>
    public override string? WhyNot(string setting) => setting switch
    {
        "negatives" or "labelStrength" => "whose negatives are hybrids of two images and bear no label",
        "jitter" => "which makes a hybrid of two images as they are",
        _ => null,
    };

    /// <inheritdoc/>
    internal override LayerRule Rule => base.Rule with { PeerStrength = PeerStrength };
}
