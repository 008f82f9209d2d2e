using System.Globalization;
using System.Text.Json;
using ForwardForward.Experiments.Trainers;

namespace ForwardForward.Experiments.Settings;

/// <summary>All settings that a person may change, and their checks.</summary>
public static class RecipeSettings
{
    private static readonly Dictionary<string, Setting> ByName = SettingList.All.ToDictionary(setting => setting.Name, StringComparer.Ordinal);

    /// <summary>The settings in the order in which people should see them.</summary>
    public static IReadOnlyList<Setting> All => SettingList.All;

    /// <summary>Those that change something in a recipe's runs; the others belong to other kinds of trainer.</summary>
    public static IReadOnlyList<Setting> Of(Recipe recipe) => [.. All.Where(setting => Matters(setting, recipe))];

    /// <summary>A recipe with some settings changed.</summary>
    /// <exception cref="SettingException">A name is unknown or means nothing to the recipe, a value is out of range, or the combination makes no sense.</exception>
    public static Recipe Apply(Recipe recipe, IReadOnlyDictionary<string, JsonElement> overrides)
    {
        foreach (var (name, value) in overrides)
        {
            recipe = Find(name, recipe).Apply(recipe, value);
        }

        SettingChecks.Check(recipe, [.. overrides.Keys]);
        return recipe;
    }

    /// <summary>The same for text as the command line has it: <c>name=value</c>.</summary>
    /// <exception cref="SettingException">As above, or the text has no equals sign.</exception>
    public static Recipe ApplyText(Recipe recipe, IEnumerable<string> assignments)
    {
        var named = new List<string>();
        foreach (var assignment in assignments)
        {
            var (name, value) = assignment.Split('=', 2) is [var left, var right]
                ? (left.Trim(), right.Trim())
                : throw new SettingException($"'{assignment}' sets nothing; a setting is given as name=value.");
            recipe = Find(name, recipe).Apply(recipe, ToJson(value));
            named.Add(name);
        }

        SettingChecks.Check(recipe, named);
        return recipe;
    }

    private static Setting Find(string name, Recipe recipe)
    {
        if (!ByName.TryGetValue(name, out var setting))
        {
            throw new SettingException($"There is no setting '{name}'. There is: {string.Join(", ", Of(recipe).Select(one => one.Name))}.");
        }

        return Matters(setting, recipe)
            ? setting
            : throw new SettingException(
                $"'{name}' means nothing to {recipe.Id}{Why(name, recipe)}. It has: {string.Join(", ", Of(recipe).Select(one => one.Name))}.");
    }

    private static bool Matters(Setting setting, Recipe recipe) =>
        TrainerFamilies.CommonSettings.Contains(setting.Name) || TrainerFamilies.Get(recipe.Trainer.Name).Settings.Contains(setting.Name);

    private static string Why(string name, Recipe recipe) =>
        TrainerFamilies.Get(recipe.Trainer.Name).WhyNot(name) is { } reason ? ", " + reason : "";

    private static JsonElement ToJson(string text)
    {
        if (text.Contains(',', StringComparison.Ordinal))
        {
            return JsonSerializer.SerializeToElement(text.Trim('[', ']').Split(',').Select(part => ToJson(part.Trim())));
        }

        // Whole numbers stay whole; what is no finite number stays text, and the setting refuses it by that name.
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? JsonSerializer.SerializeToElement(whole)
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? JsonSerializer.SerializeToElement(number)
            : JsonSerializer.SerializeToElement(text);
    }
}
