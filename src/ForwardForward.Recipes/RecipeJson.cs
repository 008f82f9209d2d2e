using System.Text.Json;
using System.Text.Json.Nodes;
using ForwardForward.Frames;
using ForwardForward.Learning.Trainers;
using ForwardForward.Recipes.Settings;

namespace ForwardForward.Recipes;

/// <summary>
/// Recipes as JSON: <c>{ "recipe": id, "scale": name, "seed": number, "settings": { name: value } }</c>, every setting written out, unknown names
/// refused. What the first version of the program wrote is read as well (<see cref="FirstRecipeForm"/>).
/// </summary>
public static class RecipeJson
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private static readonly string[] Members = ["recipe", "scale", "seed", "settings"];

    /// <summary>Writes a recipe.</summary>
    public static string Write(ConfiguredRecipe recipe) => ToJson(recipe).ToJsonString();

    /// <summary>The recipe as a JSON object.</summary>
    public static JsonObject ToJson(ConfiguredRecipe recipe) => new()
    {
        ["recipe"] = recipe.Id,
        ["scale"] = recipe.Scale.ToString().ToLowerInvariant(),
        ["seed"] = recipe.Seed,
        ["settings"] = recipe.Settings is UnknownSettings unknown ? unknown.ToJson() : SettingSchema.Of(recipe.Settings).ToJson(recipe.Settings),
    };

    /// <summary>Reads a recipe. One that this program does not have any more keeps its settings as they are.</summary>
    /// <exception cref="JsonException">The text is no recipe; the message says where and why.</exception>
    public static ConfiguredRecipe Read(string json)
    {
        var stored = JsonNode.Parse(json, documentOptions: Strict) as JsonObject ?? throw new JsonException("A recipe is a JSON object.");
        stored = FirstRecipeForm.Is(stored) ? FirstRecipeForm.Upgrade(stored) : stored;
        if (stored.FirstOrDefault(member => !Members.Contains(member.Key)) is { Key: { } surplus })
        {
            throw new JsonException($"A recipe has {string.Join(", ", Members)}; got '{surplus}'.");
        }

        var id = Member<string>(stored, "recipe");
        var scale = Enum.GetValues<Scale>().Cast<Scale?>().FirstOrDefault(one => one.ToString()!.Equals(Member<string>(stored, "scale"), StringComparison.OrdinalIgnoreCase))
            ?? throw new JsonException($"The scale of a recipe is one of {string.Join(", ", Enum.GetNames<Scale>()).ToLowerInvariant()}.");
        var settings = stored["settings"] as JsonObject ?? throw new JsonException("The settings of a recipe are a JSON object.");
        var recipe = RecipeCatalog.Find(id);
        var read = new ConfiguredRecipe
        {
            Info = recipe?.Info ?? new RecipeInfo(id, id, "This program does not have the recipe."),
            Scale = scale,
            DataSet = recipe?.DataSet(scale) ?? "",
            Probe = recipe?.Probe(scale) ?? Probe.None,
            Settings = (recipe is null ? UnknownSettings.Read(settings) : Read(recipe.Defaults, settings)) with { Seed = Member<ulong>(stored, "seed") },
        };
        return recipe is null ? read : read with { Scores = recipe.Scores };
    }

    private static TrainingSettings Read(TrainingSettings defaults, JsonObject settings)
    {
        try
        {
            return SettingSchema.Of(defaults).Read(defaults, settings);
        }
        catch (SettingException exception)
        {
            throw new JsonException(exception.Message, exception);
        }
    }

    private static T Member<T>(JsonObject stored, string name) => stored[name] is JsonValue value && value.TryGetValue<T>(out var found)
        ? found
        : throw new JsonException($"A recipe has a {name}; got {stored[name]?.ToJsonString() ?? "none"}.");
}
