using System.Reflection;
using System.Text.Json;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Recipes.Settings;

/// <summary>A setting that takes one whole number for every hidden layer, bottom first: <c>[1000, 1000, 1000]</c>, in text <c>1000,1000,1000</c>.</summary>
public sealed class LayersSetting : Setting
{
    internal LayersSetting(PropertyInfo property, SettingAttribute attribute)
        : base(property, attribute) => (MaximumLayers, Minimum, Maximum) = (attribute.MaximumLayers, (int)attribute.Minimum, (int)attribute.Maximum);

    /// <summary>Most layers.</summary>
    public int MaximumLayers { get; }

    /// <summary>Least value of a layer.</summary>
    public int Minimum { get; }

    /// <summary>Largest value of a layer.</summary>
    public int Maximum { get; }

    /// <inheritdoc/>
    public override string Values => $"a list of 1 to {MaximumLayers} whole numbers from {Minimum} to {Maximum}";

    /// <inheritdoc/>
    private protected override object Parse(JsonElement value)
    {
        // One layer may be given as a bare number: that is how text has it.
        JsonElement[] items = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];
        var layers = new int[items.Length];
        var isGood = items.Length >= 1 && items.Length <= MaximumLayers;
        for (var i = 0; isGood && i < items.Length; i++)
        {
            isGood = items[i].ValueKind == JsonValueKind.Number && items[i].TryGetInt32(out layers[i]) && layers[i] >= Minimum && layers[i] <= Maximum;
        }

        return isGood ? layers : throw Refuse(value);
    }
}
