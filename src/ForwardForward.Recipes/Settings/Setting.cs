using System.Reflection;
using System.Text.Json;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Recipes.Settings;

/// <summary>
/// One property of a settings record that a person may change: what it is called, what it does, which values it takes. The lists of the page, of
/// the command line and of the REST interface, and every check, come from here.
/// </summary>
public abstract class Setting
{
    private readonly PropertyInfo _property;

    /// <summary>The setting of a property.</summary>
    private protected Setting(PropertyInfo property, SettingAttribute attribute)
    {
        _property = property;
        Name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        (Title, Explanation, Unit, IsMain, Group) = (attribute.Title, attribute.Explanation, attribute.Unit, attribute.IsMain, attribute.Group);
    }

    /// <summary>Name in JSON and on the command line, such as <c>learningRate</c>.</summary>
    public string Name { get; }

    /// <summary>Name for people.</summary>
    public string Title { get; }

    /// <summary>One sentence on what it does.</summary>
    public string Explanation { get; }

    /// <summary>Unit for people; empty where there is none.</summary>
    public string Unit { get; }

    /// <summary>Whether it belongs on the short list that the page shows first.</summary>
    public bool IsMain { get; }

    /// <summary>What it stands together with.</summary>
    public SettingGroup Group { get; }

    /// <summary>Which values it takes, such as "a number from 0 to 1".</summary>
    public abstract string Values { get; }

    /// <summary>The present value, as JSON would carry it.</summary>
    /// <param name="settings">A record that has the property.</param>
    public JsonElement Read(TrainingSettings settings) => Write(_property.GetValue(settings)!);

    /// <summary>The settings with another value.</summary>
    /// <param name="settings">A record that has the property.</param>
    /// <param name="value">The value, as JSON carries it.</param>
    /// <exception cref="SettingException">The value has the wrong kind or is out of range; the message names field, value and range.</exception>
    public TrainingSettings Apply(TrainingSettings settings, JsonElement value)
    {
        var parsed = Parse(value);
        var changed = settings with { };
        _property.SetValue(changed, parsed);
        return changed;
    }

    /// <summary>The setting of a property, by the property's type; null for a property that is none.</summary>
    /// <exception cref="InvalidOperationException">No setting has a property of this type.</exception>
    internal static Setting? Of(PropertyInfo property) => property.GetCustomAttribute<SettingAttribute>(inherit: false) switch
    {
        null => null,
        var attribute when property.PropertyType == typeof(int) => new WholeNumberSetting(property, attribute),
        var attribute when property.PropertyType == typeof(float) => new NumberSetting(property, attribute),
        var attribute when property.PropertyType == typeof(IReadOnlyList<int>) => new LayersSetting(property, attribute),
        var attribute when property.PropertyType.IsAssignableTo(typeof(Learning.Strategies.IStrategy)) => new ChoiceSetting(property, attribute),
        _ => throw new InvalidOperationException($"{property.DeclaringType!.Name}.{property.Name} is a {property.PropertyType.Name}; a setting is an int, a float, a list of ints or a strategy."),
    };

    /// <summary>The value of the property out of JSON.</summary>
    /// <exception cref="SettingException">The value has the wrong kind or is out of range.</exception>
    private protected abstract object Parse(JsonElement value);

    /// <summary>The value of the property as JSON.</summary>
    private protected virtual JsonElement Write(object value) => JsonSerializer.SerializeToElement(value, _property.PropertyType);

    /// <summary>The error for a value that this setting does not take.</summary>
    private protected SettingException Refuse(JsonElement value)
    {
        const int LongestQuote = 60;
        var text = value.ValueKind == JsonValueKind.Undefined ? "nothing" : value.GetRawText();
        return new SettingException($"{Name} must be {Values}; got {(text.Length <= LongestQuote ? text : text[..LongestQuote] + "...")}.");
    }
}
