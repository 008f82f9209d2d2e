using System.Reflection;
using System.Text.Json;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Recipes.Settings;

/// <summary>A setting that takes a whole number between two bounds, bounds included.</summary>
public sealed class WholeNumberSetting : Setting
{
    internal WholeNumberSetting(PropertyInfo property, SettingAttribute attribute)
        : base(property, attribute) => (Minimum, Maximum) = ((int)attribute.Minimum, (int)attribute.Maximum);

    /// <summary>Least value.</summary>
    public int Minimum { get; }

    /// <summary>Largest value.</summary>
    public int Maximum { get; }

    /// <inheritdoc/>
    public override string Values => $"a whole number from {Minimum} to {Maximum}";

    /// <inheritdoc/>
    private protected override object Parse(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= Minimum && number <= Maximum ? number : throw Refuse(value);
}
