using System.Globalization;

namespace ForwardForward.Frames;

/// <summary>What is asked of a reading.</summary>
/// <param name="Layer">Layer, from 0; null for the first.</param>
/// <param name="First">First unit, pair or sample, from 0.</param>
/// <param name="Count">How many at most; null for as many as a frame has.</param>
/// <param name="Item">Number of the example, from 0; null for one of the present mini-batch.</param>
/// <param name="Step">A step of the past, of which the nearest snapshot answers; null for now.</param>
public readonly record struct ReadingQuery(int? Layer = null, int First = 0, int? Count = null, int? Item = null, long? Step = null)
{
    /// <summary>The sentence that says why a reading cannot answer; null when it can.</summary>
    public string? ProblemFor(ReadingInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        return LayerProblem(info) ?? RangeProblem(info) ?? ItemProblem(info) ?? StepProblem(info);
    }

    /// <summary>Reads what stands in a link: <c>layer</c>, <c>first</c>, <c>count</c>, <c>item</c>, <c>step</c>; other names are not looked at.</summary>
    /// <param name="value">Gives the value of a name; null or "" where it is not there.</param>
    /// <param name="query">What is asked.</param>
    /// <returns>The sentence that says what cannot be read; null when all can.</returns>
    public static string? Read(Func<string, string?> value, out ReadingQuery query)
    {
        ArgumentNullException.ThrowIfNull(value);
        query = default;
        long?[] numbers = new long?[5];
        string[] names = ["layer", "first", "count", "item", "step"];
        for (var i = 0; i < names.Length; i++)
        {
            if (value(names[i]) is not { Length: > 0 } text)
            {
                continue;
            }

            var most = names[i] == "step" ? Frame.LargestStep : int.MaxValue;
            if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > most)
            {
                return $"{names[i]} is {Quoted(text)}; it must be a whole number from 0 to {most}.";
            }

            numbers[i] = number;
        }

        query = new ReadingQuery((int?)numbers[0], (int)(numbers[1] ?? 0), (int?)numbers[2], (int?)numbers[3], numbers[4]);
        return null;
    }

    private string? LayerProblem(ReadingInfo info) => Layer switch
    {
        null => null,
        _ when info.Layers.Count == 0 => $"{info.Name} is of the whole network; leave layer out.",
        { } layer when layer < 0 || layer >= info.Layers.Count => $"layer is {layer}; {info.Name} has layers 0 to {info.Layers.Count - 1}.",
        _ => null,
    };

    private string? RangeProblem(ReadingInfo info)
    {
        if (First < 0 || Count < 1)
        {
            return First < 0 ? $"first is {First}; it must be 0 or more." : $"count is {Count}; it must be 1 or more.";
        }

        if (info.MostTiles is not { } most)
        {
            return First > 0 || Count is not null ? $"{info.Name} is shown whole; leave first and count out." : null;
        }

        if (Count > most)
        {
            return $"count is {Count}; {info.Name} shows at most {most} at once.";
        }

        return info.Layers.Count > 0 && First >= info.Layers[Layer ?? 0].Units
            ? $"first is {First}; {info.Layers[Layer ?? 0].Name} has units 0 to {info.Layers[Layer ?? 0].Units - 1}."
            : null;
    }

    private string? ItemProblem(ReadingInfo info) => Item switch
    {
        null => null,
        _ when info.Items is null => $"{info.Name} has no examples to choose from; leave item out.",
        { } item when item < 0 || item >= info.Items => $"item is {item}; {info.Name} has examples 0 to {info.Items - 1}.",
        _ => null,
    };

    private string? StepProblem(ReadingInfo info) => Step switch
    {
        null => null,
        < 0 => $"step is {Step}; it must be 0 or more.",
        _ when !info.IsKept => $"{info.Name} is not kept of the past; leave step out.",
        _ => null,
    };

    private static string Quoted(string text) => $"\"{(text.Length > 40 ? text[..40] + "..." : text)}\"";
}
