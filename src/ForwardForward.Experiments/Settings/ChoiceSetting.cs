using System.Text.Json;

namespace ForwardForward.Experiments.Settings;

/// <summary>A setting that takes one of several names, usually those of a catalog of strategies.</summary>
public sealed record ChoiceSetting : Setting
{
    /// <summary>The names.</summary>
    public required IReadOnlyCollection<string> Choices { get; init; }

    /// <summary>Takes the name out of a recipe.</summary>
    public required Func<Recipe, string> Get { get; init; }

    /// <summary>Puts a name that was checked into a recipe.</summary>
    public required Func<Recipe, string, Recipe> Set { get; init; }

    /// <inheritdoc/>
    public override string Values => $"one of {string.Join(", ", Choices)}";

    /// <inheritdoc/>
    public override JsonElement Read(Recipe recipe) => JsonSerializer.SerializeToElement(Get(recipe));

    /// <inheritdoc/>
    public override Recipe Apply(Recipe recipe, JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { } name && Choices.Contains(name)
            ? Set(recipe, name)
            : throw Refuse(value);
}
