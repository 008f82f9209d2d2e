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

        return CheckTogether(recipe);
    }

    /// <summary>The same for text as the command line has it: <c>name=value</c>.</summary>
    /// <exception cref="SettingException">As above, or the text has no equals sign.</exception>
    public static Recipe ApplyText(Recipe recipe, IEnumerable<string> assignments)
    {
        foreach (var assignment in assignments)
        {
            var (name, value) = assignment.Split('=', 2) is [var left, var right]
                ? (left.Trim(), right.Trim())
                : throw new SettingException($"'{assignment}' sets nothing; a setting is given as name=value.");
            recipe = Find(name, recipe).Apply(recipe, ToJson(value));
        }

        return CheckTogether(recipe);
    }

    private static Setting Find(string name, Recipe recipe)
    {
        if (!ByName.TryGetValue(name, out var setting))
        {
            throw new SettingException($"There is no setting '{name}'. There is: {string.Join(", ", Of(recipe).Select(one => one.Name))}.");
        }

        return Matters(setting, recipe)
            ? setting
            : throw new SettingException($"'{name}' means nothing to {recipe.Id}. It has: {string.Join(", ", Of(recipe).Select(one => one.Name))}.");
    }

    private static bool Matters(Setting setting, Recipe recipe) =>
        TrainerFamilies.CommonSettings.Contains(setting.Name) || TrainerFamilies.Get(recipe.Trainer.Name).Settings.Contains(setting.Name);

    // Each value is in its range; what is left is what they must not be together.
    private static Recipe CheckTogether(Recipe recipe)
    {
        if (recipe.Trainer.BatchSize > recipe.Data.TrainCount)
        {
            throw new SettingException($"batchSize must be at most trainImages, {recipe.Data.TrainCount}; got {recipe.Trainer.BatchSize}.");
        }

        var odd = recipe.Network.HiddenUnits.FirstOrDefault(units => units % recipe.Trainer.Blocks != 0);
        if (odd != 0)
        {
            throw new SettingException($"blocks must divide hiddenUnits; {recipe.Trainer.Blocks} does not divide {odd}.");
        }

        CheckLayers("fieldSizes", recipe.Network.FieldSizes, recipe);
        CheckLayers("fieldStrides", recipe.Network.FieldStrides, recipe);
        CheckIterations("firstTrained", recipe.Trainer.FirstTrained, "lastTrained", recipe.Trainer.LastTrained, recipe);
        CheckIterations("firstScored", recipe.Trainer.FirstScored, "lastScored", recipe.Trainer.LastScored, recipe);
        return recipe;
    }

    private static void CheckLayers(string name, IReadOnlyList<int> values, Recipe recipe)
    {
        var layers = recipe.Network.HiddenUnits.Count;
        if (Matters(ByName[name], recipe) && values.Count != layers)
        {
            throw new SettingException($"{name} must have one number for every layer of hiddenUnits, {layers}; got {values.Count}.");
        }
    }

    private static void CheckIterations(string firstName, int first, string lastName, int last, Recipe recipe)
    {
        if (Matters(ByName[firstName], recipe) && first > last)
        {
            throw new SettingException($"{firstName} must be at most {lastName}, {last}; got {first}.");
        }

        if (Matters(ByName[lastName], recipe) && last > recipe.Trainer.Iterations)
        {
            throw new SettingException($"{lastName} must be at most iterations, {recipe.Trainer.Iterations}; got {last}.");
        }
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
