using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Recipes.Settings;

/// <summary>The settings of one record, read off the attributes of its properties. Form, command line, REST, stored runs and checks share it.</summary>
public sealed class SettingSchema
{
    private static readonly ConcurrentDictionary<Type, SettingSchema> Known = new();
    private static readonly ConcurrentDictionary<PropertyInfo, Setting?> Declared = new();
    private readonly Dictionary<string, Setting> _byName;

    private SettingSchema(Type type)
    {
        All = [.. Ancestry(type).Reverse().SelectMany(DeclaredBy).OrderBy(setting => setting.Group)];
        _byName = All.ToDictionary(setting => setting.Name, StringComparer.Ordinal);
    }

    /// <summary>The settings in the order in which people should see them: by group, within a group as they are declared, those of many trainers first.</summary>
    public IReadOnlyList<Setting> All { get; }

    /// <summary>The schema of a record. One property is one and the same setting in all records that inherit it.</summary>
    /// <exception cref="InvalidOperationException">Two settings have one name, or a property is of a type that no setting has.</exception>
    public static SettingSchema Of(TrainingSettings settings) => Known.GetOrAdd(settings.GetType(), type => new SettingSchema(type));

    /// <summary>The setting of a name; null when the record has none.</summary>
    public Setting? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Every setting by name, as JSON.</summary>
    public JsonObject ToJson(TrainingSettings settings) => new(All.Select(setting => KeyValuePair.Create(setting.Name, JsonNode.Parse(setting.Read(settings).GetRawText()))));

    /// <summary>Settings out of JSON; what it does not name stays as it is.</summary>
    /// <exception cref="SettingException">A name is unknown, or a value has the wrong kind or is out of range.</exception>
    public TrainingSettings Read(TrainingSettings defaults, JsonObject json)
    {
        foreach (var (name, value) in json)
        {
            var setting = Find(name) ?? throw new SettingException($"There is no setting '{name}'. There is: {string.Join(", ", _byName.Keys)}.");
            defaults = setting.Apply(defaults, JsonSerializer.SerializeToElement(value));
        }

        return defaults;
    }

    private static IEnumerable<Type> Ancestry(Type type)
    {
        for (var one = type; one is not null && one.IsAssignableTo(typeof(TrainingSettings)); one = one.BaseType)
        {
            yield return one;
        }
    }

    private static IEnumerable<Setting> DeclaredBy(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .OrderBy(property => property.MetadataToken)
        .Select(property => Declared.GetOrAdd(property, Setting.Of))
        .OfType<Setting>();
}
