using System.Text.Json;

namespace ForwardForward.Experiments.Settings;

/// <summary>A setting that takes one whole number for every hidden layer, bottom first: <c>[1000, 1000, 1000]</c>, in text <c>1000,1000,1000</c>.</summary>
public sealed record LayersSetting : Setting
{
    /// <summary>Most layers.</summary>
    public required int MostLayers { get; init; }

    /// <summary>Least value of a layer.</summary>
    public required int Minimum { get; init; }

    /// <summary>Largest value of a layer.</summary>
    public required int Maximum { get; init; }

    /// <summary>Takes the values out of a recipe.</summary>
    public required Func<Recipe, IReadOnlyList<int>> Get { get; init; }

    /// <summary>Puts values that were checked into a recipe.</summary>
    public required Func<Recipe, IReadOnlyList<int>, Recipe> Set { get; init; }

    /// <inheritdoc/>
    public override string Values => $"a list of 1 to {MostLayers} whole numbers from {Minimum} to {Maximum}";

    /// <inheritdoc/>
    public override JsonElement Read(Recipe recipe) => JsonSerializer.SerializeToElement(Get(recipe));

    /// <inheritdoc/>
    public override Recipe Apply(Recipe recipe, JsonElement value)
    {
        // One layer may be given as a bare number: that is how text has it.
        JsonElement[] items = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];
        var layers = new int[items.Length];
        var isGood = items.Length >= 1 && items.Length <= MostLayers;
        for (var i = 0; isGood && i < items.Length; i++)
        {
            isGood = items[i].ValueKind == JsonValueKind.Number && items[i].TryGetInt32(out layers[i]) && layers[i] >= Minimum && layers[i] <= Maximum;
        }

        return isGood ? Set(recipe, layers) : throw Refuse(value);
    }
}
