using System.Reflection;
using System.Text.Json;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Recipes.Settings;

/// <summary>A setting that takes a number between two bounds, bounds included.</summary>
public sealed class NumberSetting : Setting
{
    internal NumberSetting(PropertyInfo property, SettingAttribute attribute)
        : base(property, attribute) => (Minimum, Maximum, IsLogarithmic) = ((float)attribute.Minimum, (float)attribute.Maximum, attribute.IsLogarithmic);

    /// <summary>Least value.</summary>
    public float Minimum { get; }

    /// <summary>Largest value.</summary>
    public float Maximum { get; }

    /// <summary>Whether people think of it in powers of ten, so that a slider should too.</summary>
    public bool IsLogarithmic { get; }

    /// <inheritdoc/>
    public override string Values => FormattableString.Invariant($"a number from {Minimum} to {Maximum}");

    /// <inheritdoc/>
    private protected override object Parse(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetSingle(out var number) && number >= Minimum && number <= Maximum ? number : throw Refuse(value);
}
