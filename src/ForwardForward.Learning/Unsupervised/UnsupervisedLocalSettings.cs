using ForwardForward.Frames;
using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Learning.Unsupervised;

/// <summary>The same for local receptive fields without weight sharing (paper, section 3.2).</summary>
public sealed record UnsupervisedLocalSettings : UnsupervisedSettings
{
    /// <summary>Locations of the layer below along a side of a local field, for every hidden layer.</summary>
    [Setting("Field sizes", "How many places of the layer below a local field sees along each side, bottom layer first.", 1, 100, Group = SettingGroup.Network, Unit = "places")]
    public IReadOnlyList<int> FieldSizes { get; init; } = [];

    /// <summary>Locations of the layer below from one local field to the next, likewise.</summary>
    [Setting("Field strides", "How many places of the layer below lie between one local field and the next, bottom layer first.", 1, 100, Group = SettingGroup.Network, Unit = "places")]
    public IReadOnlyList<int> FieldStrides { get; init; } = [];

    /// <inheritdoc/>
    public override IReadOnlyList<LayerOutline> Outline => [.. HiddenUnits.Select(units => new LayerOutline(LayerKind.Local, units))];

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A layer has no field size or no stride, or there are more of them than layers.</exception>
    public override IReadOnlyList<LayerShape> Layers => (CountConflict("fieldSizes", FieldSizes) ?? CountConflict("fieldStrides", FieldStrides)) is { } conflict
        ? throw new ArgumentException(conflict)
        : [.. HiddenUnits.Select((units, i) => new LayerShape(units, new LocalField(FieldSizes[i], FieldStrides[i])))];

    /// <inheritdoc/>
    protected override string? BlockConflict(ImageShape images)
    {
        if ((CountConflict("fieldSizes", FieldSizes) ?? CountConflict("fieldStrides", FieldStrides)) is { } count)
        {
            return count;
        }

        var map = images;
        var odd = 0;
        for (var i = 0; i < HiddenUnits.Count; i++)
        {
            var field = new LocalField(FieldSizes[i], FieldStrides[i]);
            if (!field.Fits(map))
            {
                return $"fieldSizes must fit what each layer sees: layer {i + 1} sees {map.Width} x {map.Height} locations, so its field has at most {Math.Min(map.Width, map.Height)}; got {field.Size}.";
            }

            map = new ImageShape(field.Along(map.Width), field.Along(map.Height), HiddenUnits[i]);
            odd = odd == 0 && map.Values % Blocks != 0 ? map.Values : odd;
        }

        return odd == 0 ? null : $"blocks must divide the units of every layer, hiddenUnits at all of its locations together; {Blocks} does not divide {odd}.";
    }

    private string? CountConflict(string name, IReadOnlyList<int> values) => values.Count == HiddenUnits.Count
        ? null
        : $"{name} must have one number for every layer of hiddenUnits, {HiddenUnits.Count}; got {values.Count}.";
}
