using System.Text.Json;
using System.Text.Json.Serialization;

namespace ForwardForward.Experiments;

/// <summary>Recipes as JSON: camel case, enumerations by the name of a defined value, unknown, missing and null members refused.</summary>
public static class RecipeJson
{
    /// <summary>The options for recipes, for whoever nests them in other JSON.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        WriteIndented = false,
    };

    /// <summary>Writes a recipe.</summary>
    public static string Write(Recipe recipe) => JsonSerializer.Serialize(recipe, Options);

    /// <summary>Reads a recipe.</summary>
    /// <exception cref="JsonException">The text is no recipe; the message says where and why.</exception>
    public static Recipe Read(string json) =>
        JsonSerializer.Deserialize<Recipe>(json, Options) switch
        {
            null => throw new JsonException("A recipe is a JSON object; got null."),
            var recipe when !Enum.IsDefined(recipe.Scale) => throw new JsonException($"There is no scale '{recipe.Scale}'; there are {string.Join(", ", Enum.GetNames<Scale>())}."),
            var recipe => recipe,
        };
}
