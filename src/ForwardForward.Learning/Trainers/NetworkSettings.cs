using ForwardForward.Learning.Activations;

namespace ForwardForward.Learning.Trainers;

/// <summary>Settings of every network of hidden layers that learns by a smoothed gradient.</summary>
public abstract record NetworkSettings : TrainingSettings
{
    /// <summary>Weight decay of the hidden layers, inside the learning rate; biases have none.</summary>
    [Setting("Weight decay", "Share of a hidden weight that a step takes off, inside the learning rate.", 0, 1, IsMain = true, IsLogarithmic = true)]
    public float WeightDecay { get; init; } = 0.001f;

    /// <summary>Share of the old velocity that stays (Hinton's delay).</summary>
    [Setting("Smoothing", "Share of the old gradient that stays in the smoothed one.", 0, 0.9999)]
    public float Smoothing { get; init; } = 0.9f;

    /// <summary>Units of every hidden layer, bottom first; those of one location where fields are local.</summary>
    [Setting("Hidden units", "Units of every hidden layer, bottom first; where fields are local, of every place of it.", 1, 10_000, Group = SettingGroup.Network, Unit = "units", IsMain = true)]
    public IReadOnlyList<int> HiddenUnits { get; init; } = [];

    /// <summary>What a unit makes of its input.</summary>
    [Setting("Activation", "What a unit makes of its input.", Group = SettingGroup.Network)]
    public IActivation Activation { get; init; } = new Relu();

    /// <inheritdoc/>
    public override IReadOnlyList<LayerOutline> Outline => [.. HiddenUnits.Select(units => new LayerOutline(LayerKind.Dense, units))];
}
