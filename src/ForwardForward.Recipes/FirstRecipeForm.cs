using System.Text.Json;
using System.Text.Json.Nodes;
using ForwardForward.Recipes.Settings;

namespace ForwardForward.Recipes;

/// <summary>
/// The form in which recipes were first stored, in databases, checkpoints and exported files: title, summary and paper written out, and settings
/// spread over <c>data</c>, <c>network</c>, <c>trainer</c>, <c>schedule</c> and <c>evaluation</c>, those of all trainers together.
/// </summary>
internal static class FirstRecipeForm
{
    // Where a setting lay that has another name today; all others lie in a part under their own.
    private static readonly Dictionary<string, (string Part, string Name)> Renamed = new(StringComparer.Ordinal)
    {
        ["trainImages"] = ("data", "trainCount"),
        ["validationImages"] = ("data", "validationCount"),
        ["testImages"] = ("data", "testCount"),
        ["schedule"] = ("schedule", "name"),
        ["validateEvery"] = ("evaluation", "everyEpochs"),
        ["goodnessEvery"] = ("evaluation", "goodnessEveryEpochs"),
    };

    private static readonly string[] Parts = ["trainer", "network", "schedule"];

    /// <summary>Whether an object has this form.</summary>
    public static bool Is(JsonObject stored) => stored.ContainsKey("id") && stored.ContainsKey("trainer");

    /// <summary>The same recipe in today's form. What meant nothing to its trainer is left out.</summary>
    /// <exception cref="JsonException">A part is missing.</exception>
    public static JsonObject Upgrade(JsonObject stored)
    {
        var id = (stored["id"] as JsonValue)?.TryGetValue<string>(out var text) == true ? text : throw new JsonException("The id of a recipe is a text.");
        var settings = new JsonObject();
        foreach (var name in RecipeCatalog.Find(id) is { } recipe ? SettingSchema.Of(recipe.Defaults).All.Select(setting => setting.Name) : AllOf(stored))
        {
            if (Find(stored, name) is { } value)
            {
                settings[name] = value.DeepClone();
            }
        }

        return new JsonObject
        {
            ["recipe"] = id,
            ["scale"] = stored["scale"]?.DeepClone(),
            ["seed"] = stored["seed"]?.DeepClone() ?? 1,
            ["settings"] = settings,
        };
    }

    private static JsonNode? Find(JsonObject stored, string name) => Renamed.TryGetValue(name, out var place)
        ? Part(stored, place.Part)[place.Name]
        : Parts.Select(part => Part(stored, part)[name]).FirstOrDefault(value => value is not null);

    // Of a recipe that this program does not have, nothing is known to mean nothing.
    private static IEnumerable<string> AllOf(JsonObject stored) =>
        Renamed.Keys.Concat(Parts.SelectMany(part => Part(stored, part).Select(member => member.Key)).Where(name => name != "name")).Distinct();

    private static JsonObject Part(JsonObject stored, string name) =>
        stored[name] as JsonObject ?? throw new JsonException($"A recipe of the first form has an object '{name}'; got {stored[name]?.ToJsonString() ?? "none"}.");
}
