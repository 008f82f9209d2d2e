using ForwardForward.Learning.Readings;

namespace ForwardForward.Web.ViewModels.Pictures;

/// <summary>A picture that a negative was made of.</summary>
/// <param name="Name">What it is, such as "digit A".</param>
/// <param name="Pixels">Ink in [0, 1], <c>[height * width]</c>.</param>
public sealed record ExamplePart(string Name, float[] Pixels);

/// <summary>The pictures that negatives were made of, in the order in which they are read: one digit through the mask, the other through what is left of it.</summary>
public static class ExampleParts
{
    private static readonly string[] Known = ["digit A", "mask", "digit B"];

    /// <summary>The parts of a pair, known ones first; a part that has not the size of the pair is left out.</summary>
    public static IReadOnlyList<ExamplePart> Of(ExamplePair pair) =>
    [
        .. pair.Parts
            .Where(part => part.Value.Length == pair.Width * pair.Height)
            .OrderBy(part => Rank(part.Key)).ThenBy(part => part.Key, StringComparer.Ordinal)
            .Select(part => new ExamplePart(part.Key, part.Value)),
    ];

    /// <summary>A pair with its parts in the order that <see cref="Of"/> has them.</summary>
    public static ExamplePair Sorted(ExamplePair pair)
    {
        var parts = new OrderedDictionary<string, float[]>(StringComparer.Ordinal);
        foreach (var (name, values) in pair.Parts.OrderBy(part => Rank(part.Key)).ThenBy(part => part.Key, StringComparer.Ordinal))
        {
            parts.Add(name, values);
        }

        return pair with { Parts = parts };
    }

    private static int Rank(string name) => Array.IndexOf(Known, name) is >= 0 and var rank ? rank : Known.Length;
}
