using System.Globalization;
using System.Text.Json;
using ForwardForward.Data;

namespace ForwardForward.Recipes.Settings;

/// <summary>The settings of recipes that a person may change, and their checks.</summary>
public static class RecipeSettings
{
    /// <summary>The settings of all recipes, one of every name, in the order in which people should see them.</summary>
    public static IReadOnlyList<Setting> All { get; } =
        [.. RecipeCatalog.All.SelectMany(recipe => SettingSchema.Of(recipe.Defaults).All).DistinctBy(setting => setting.Name).OrderBy(setting => setting.Group)];

    /// <summary>Those of one recipe; none of one that this program does not have.</summary>
    public static IReadOnlyList<Setting> Of(ConfiguredRecipe recipe) => recipe.Settings is UnknownSettings ? [] : SettingSchema.Of(recipe.Settings).All;

    /// <summary>A recipe with some settings changed.</summary>
    /// <exception cref="SettingException">A name is unknown or means nothing to the recipe, a value is out of range, or the combination makes no sense.</exception>
    public static ConfiguredRecipe Apply(ConfiguredRecipe recipe, IReadOnlyDictionary<string, JsonElement> settings)
    {
        foreach (var (name, value) in settings)
        {
            recipe = recipe with { Settings = Find(name, recipe).Apply(recipe.Settings, value) };
        }

        return Checked(recipe, [.. settings.Keys]);
    }

    /// <summary>The same for text as the command line has it: <c>name=value</c>.</summary>
    /// <exception cref="SettingException">As above, or the text has no equals sign.</exception>
    public static ConfiguredRecipe ApplyText(ConfiguredRecipe recipe, IEnumerable<string> assignments)
    {
        var named = new List<string>();
        foreach (var assignment in assignments)
        {
            var (name, value) = assignment.Split('=', 2) is [var left, var right]
                ? (left.Trim(), right.Trim())
                : throw new SettingException($"'{assignment}' sets nothing; a setting is given as name=value.");
            recipe = recipe with { Settings = Find(name, recipe).Apply(recipe.Settings, ToJson(value)) };
            named.Add(name);
        }

        return Checked(recipe, named);
    }

    /// <summary>What a setting was before there was such a setting: the value that its record has of itself. Undefined where no recipe has it.</summary>
    /// <param name="recipe">Id of the recipe; for one that does not exist, any that has the setting answers.</param>
    /// <param name="name">Name of the setting.</param>
    public static JsonElement DefaultOf(string recipe, string name) => (RecipeCatalog.Find(recipe) is { } known ? [known] : RecipeCatalog.All)
        .Select(one => SettingSchema.Of(one.Defaults).Find(name)?.Read(one.Defaults)).FirstOrDefault(value => value is not null) ?? default;

    private static ConfiguredRecipe Checked(ConfiguredRecipe recipe, IReadOnlyCollection<string> named) =>
        recipe.Settings.Conflict(named, DataSources.Images.TryGet(recipe.DataSet, out var source) ? source.Describe().Shape : default) is { } conflict ? throw new SettingException(conflict) : recipe;

    private static Setting Find(string name, ConfiguredRecipe recipe)
    {
        if (SettingSchema.Of(recipe.Settings).Find(name) is { } setting)
        {
            return setting;
        }

        var own = string.Join(", ", Of(recipe).Select(one => one.Name));
        throw new SettingException(All.Any(one => one.Name == name)
            ? $"'{name}' means nothing to {recipe.Id}{(recipe.Settings.WhyNot(name) is { } reason ? ", " + reason : "")}. It has: {own}."
            : $"There is no setting '{name}'. There is: {own}.");
    }

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
