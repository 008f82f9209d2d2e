using System.Globalization;
using ForwardForward.Frames;
using ForwardForward.Learning.Models;

namespace ForwardForward.Runs.Results;

/// <summary>A score as text, from what is known of its measure.</summary>
public static class ScoreText
{
    /// <summary>Scores as texts such as "test error by free energy  5.20 %", those of the validation split first.</summary>
    /// <param name="scores">The scores by name; null for none.</param>
    /// <param name="measures">The measures that the recipe declares.</param>
    public static IEnumerable<string> Of(IReadOnlyDictionary<string, double>? scores, IReadOnlyList<ScoreInfo> measures) =>
        from score in scores ?? new Dictionary<string, double>()
        let measure = measures.Named(ScoreNames.Measure(score.Key))
        orderby ScoreNames.Split(score.Key) descending
        select $"{Name(ScoreNames.Split(score.Key), measure)}  {Value(score.Value, measure)}";

    /// <summary>A score over seeds, such as "error by free energy 5.20 ± 0.10 %".</summary>
    /// <param name="name">Its name, split and measure.</param>
    /// <param name="measures">The measures that the recipe declares.</param>
    /// <param name="values">Its values; null where a run has none.</param>
    public static string Of(string name, IReadOnlyList<ScoreInfo> measures, IEnumerable<double?> values) =>
        $"{Title(measures.Named(ScoreNames.Measure(name)))} {ErrorText.Of(values, measures.Named(ScoreNames.Measure(name)).Unit)}";

    /// <summary>Split and title, such as "test error by free energy" for <c>test/free-energy-error</c>.</summary>
    /// <param name="split">The split.</param>
    /// <param name="measure">The measure.</param>
    public static string Name(string split, ScoreInfo measure) => $"{split} {Title(measure)}";

    /// <summary>A title inside of a sentence: "error by free energy", but "KL divergence".</summary>
    public static string Title(ScoreInfo measure) =>
        measure.Title is { Length: > 1 } title && char.IsLower(title[1]) ? $"{char.ToLowerInvariant(title[0])}{title[1..]}" : measure.Title;

    /// <summary>A value with its unit: two places for percent, four digits otherwise.</summary>
    public static string Value(double value, ScoreInfo measure) => measure.Unit switch
    {
        "%" => string.Create(CultureInfo.InvariantCulture, $"{value:0.00} %"),
        "" => value.ToString("G4", CultureInfo.InvariantCulture),
        var unit => string.Create(CultureInfo.InvariantCulture, $"{value:G4} {unit}"),
    };
}
