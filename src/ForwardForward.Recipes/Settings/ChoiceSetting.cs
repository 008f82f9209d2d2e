using System.Reflection;
using System.Text.Json;
using ForwardForward.Learning.Strategies;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Recipes.Settings;

/// <summary>A setting that takes the name of a strategy; the property is the strategy itself.</summary>
public sealed class ChoiceSetting : Setting
{
    private readonly Dictionary<string, IStrategy> _strategies;

    internal ChoiceSetting(PropertyInfo property, SettingAttribute attribute)
        : base(property, attribute)
    {
        _strategies = Catalogs.Of(property.PropertyType).ToDictionary(strategy => strategy.Name, StringComparer.Ordinal);
        Choices = [.. _strategies.Keys];
    }

    /// <summary>The names.</summary>
    public IReadOnlyCollection<string> Choices { get; }

    /// <inheritdoc/>
    public override string Values => $"one of {string.Join(", ", Choices)}";

    /// <inheritdoc/>
    private protected override JsonElement Write(object value) => JsonSerializer.SerializeToElement(((IStrategy)value).Name);

    /// <inheritdoc/>
    private protected override object Parse(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { } name && _strategies.TryGetValue(name, out var strategy) ? strategy : throw Refuse(value);
}
