using System.Text.Json;
using System.Text.Json.Serialization;

namespace ForwardForward.Experiments;

/// <summary>Recipes as JSON: camel case, enumerations by name, unknown members refused.</summary>
public static class RecipeJson
{
    /// <summary>The options for recipes, for whoever nests them in other JSON.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        WriteIndented = false,
    };

    /// <summary>Writes a recipe.</summary>
    public static string Write(Recipe recipe) => JsonSerializer.Serialize(recipe, Options);

    /// <summary>Reads a recipe.</summary>
    /// <exception cref="JsonException">The text is no recipe; the message says where and why.</exception>
    public static Recipe Read(string json) =>
        JsonSerializer.Deserialize<Recipe>(json, Options) ?? throw new JsonException("A recipe is a JSON object; got null.");
}
