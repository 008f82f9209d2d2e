using System.Text.Json;

namespace ForwardForward.Experiments.Settings;

/// <summary>All settings that a person may change, and their checks.</summary>
public static class RecipeSettings
{
    /// <summary>The settings in the order in which people should see them.</summary>
    public static IReadOnlyList<Setting> All { get; } = [];

    /// <summary>A recipe with some settings changed.</summary>
    /// <exception cref="SettingException">A name is unknown, a value out of range, or the combination makes no sense.</exception>
    public static Recipe Apply(Recipe recipe, IReadOnlyDictionary<string, JsonElement> overrides) => throw new NotImplementedException();

    /// <summary>The same for text as the command line has it: <c>name=value</c>.</summary>
    /// <exception cref="SettingException">As above, or the text has no equals sign.</exception>
    public static Recipe ApplyText(Recipe recipe, IEnumerable<string> assignments) => throw new NotImplementedException();
}
