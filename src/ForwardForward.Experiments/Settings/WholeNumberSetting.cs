using System.Text.Json;

namespace ForwardForward.Experiments.Settings;

/// <summary>A setting that takes a whole number between two bounds, bounds included.</summary>
public sealed record WholeNumberSetting : Setting
{
    /// <summary>Least value.</summary>
    public required int Minimum { get; init; }

    /// <summary>Largest value.</summary>
    public required int Maximum { get; init; }

    /// <summary>Takes the value out of a recipe.</summary>
    public required Func<Recipe, int> Get { get; init; }

    /// <summary>Puts a value that was checked into a recipe.</summary>
    public required Func<Recipe, int, Recipe> Set { get; init; }

    /// <inheritdoc/>
    public override string Values => $"a whole number from {Minimum} to {Maximum}";

    /// <inheritdoc/>
    public override JsonElement Read(Recipe recipe) => JsonSerializer.SerializeToElement(Get(recipe));

    /// <inheritdoc/>
    public override Recipe Apply(Recipe recipe, JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= Minimum && number <= Maximum
            ? Set(recipe, number)
            : throw Refuse(value);
}
