using System.Text.Json;

namespace ForwardForward.Experiments.Settings;

/// <summary>A setting that takes a number between two bounds, bounds included.</summary>
public sealed record NumberSetting : Setting
{
    /// <summary>Least value.</summary>
    public required float Minimum { get; init; }

    /// <summary>Largest value.</summary>
    public required float Maximum { get; init; }

    /// <summary>Whether people think of it in powers of ten, so that a slider should too.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>Takes the value out of a recipe.</summary>
    public required Func<Recipe, float> Get { get; init; }

    /// <summary>Puts a value that was checked into a recipe.</summary>
    public required Func<Recipe, float, Recipe> Set { get; init; }

    /// <inheritdoc/>
    public override string Values => FormattableString.Invariant($"a number from {Minimum} to {Maximum}");

    /// <inheritdoc/>
    public override JsonElement Read(Recipe recipe) => JsonSerializer.SerializeToElement(Get(recipe));

    /// <inheritdoc/>
    public override Recipe Apply(Recipe recipe, JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetSingle(out var number) && number >= Minimum && number <= Maximum
            ? Set(recipe, number)
            : throw Refuse(value);
}
