using System.Text.Json;
using System.Text.Json.Nodes;
using ForwardForward.Recipes;
using ForwardForward.Recipes.Settings;

namespace ForwardForward.Runs.Results;

/// <summary>Finished runs of one recipe at one choice of settings, apart from the seed.</summary>
/// <param name="Recipe">Id of the recipe.</param>
/// <param name="Settings">Scale and every setting by name.</param>
/// <param name="Runs">The runs, by seed.</param>
public sealed record StoredResults(string Recipe, JsonObject Settings, IReadOnlyList<StoredRun> Runs)
{
    /// <summary>Results of a recipe, no run yet.</summary>
    public static StoredResults Empty(ConfiguredRecipe recipe)
    {
        var settings = SettingSchema.Of(recipe.Settings).ToJson(recipe.Settings);
        settings.Insert(0, "scale", recipe.Scale.ToString().ToLowerInvariant());
        return new StoredResults(recipe.Id, settings, []);
    }

    /// <summary>With one more run, in the place of an older one of the same seed.</summary>
    public StoredResults With(StoredRun run) =>
        this with { Runs = [.. Runs.Where(old => old.Seed != run.Seed).Append(run).OrderBy(one => one.Seed)] };

    /// <summary>What differs between these results and others, as words; null when both are of the same experiment.</summary>
    public string? DifferenceFrom(StoredResults other)
    {
        if (Recipe != other.Recipe)
        {
            return $"recipe {other.Recipe} instead of {Recipe}";
        }

        // A file may be older than a setting; its runs then had the setting's default.
        var names = Settings.Select(pair => pair.Key).Union(other.Settings.Select(pair => pair.Key));
        var name = names.FirstOrDefault(name => !JsonNode.DeepEquals(Settings[name] ?? Default(name), other.Settings[name] ?? Default(name)));
        return name is null ? null : $"{name} {Text(other, name)} instead of {Text(this, name)}";
    }

    private JsonNode? Default(string name) => RecipeSettings.DefaultOf(Recipe, name) is { ValueKind: not JsonValueKind.Undefined } value ? JsonNode.Parse(value.GetRawText()) : null;

    private static string Text(StoredResults results, string name) => results.Settings[name]?.ToJsonString() ?? "unset";
}
