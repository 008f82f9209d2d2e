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

    /// <summary>The parts of several pairs, row by row: first that part of every pair, then the next; only those that every pair has.</summary>
    public static IReadOnlyList<float[]> Rows(IReadOnlyList<ExamplePair> pairs)
    {
        var parts = pairs.Select(Of).ToArray();
        var shared = parts.Length == 0 ? [] : parts[0].Select(part => part.Name).Where(name => parts.All(one => one.Any(part => part.Name == name)));
        return [.. shared.SelectMany(name => parts.Select(one => one.First(part => part.Name == name).Pixels))];
    }

    private static int Rank(string name) => Array.IndexOf(Known, name) is >= 0 and var rank ? rank : Known.Length;
}
