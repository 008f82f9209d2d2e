using ForwardForward.Frames;

namespace ForwardForward.Learning.Models;

/// <summary>What evaluations of classifiers find.</summary>
public static class Measures
{
    /// <summary>Share of images whose label of the highest goodness is wrong.</summary>
    public static ScoreInfo GoodnessError { get; } = new("goodness-error", "Error by goodness", IsThorough: true);

    /// <summary>Share of images whose likeliest label by one pass and softmax is wrong.</summary>
    public static ScoreInfo SoftmaxError { get; } = new("softmax-error", "Error by softmax");

    private static readonly ScoreInfo[] Both = [GoodnessError, SoftmaxError];
    private static readonly ScoreInfo[] Softmax = [SoftmaxError];

    /// <summary>What a classifier is measured by.</summary>
    /// <param name="byGoodness">Whether it is tested by the goodness of every label beside one pass and softmax.</param>
    public static IReadOnlyList<ScoreInfo> OfClassifier(bool byGoodness) => byGoodness ? Both : Softmax;

    /// <summary>The value of a measure; null where it is not among the scores.</summary>
    public static double? Of(this IReadOnlyList<Score> scores, ScoreInfo measure)
    {
        foreach (var score in scores)
        {
            if (score.Name == measure.Name)
            {
                return score.Value;
            }
        }

        return null;
    }

    /// <summary>What is known of a measure; only its name, without a unit, where it is neither declared nor one of those above.</summary>
    /// <param name="declared">The measures that a recipe declares.</param>
    /// <param name="name">Name of the measure without its split.</param>
    public static ScoreInfo Named(this IReadOnlyList<ScoreInfo> declared, string name) =>
        declared.Concat(Both).FirstOrDefault(measure => measure.Name == name) ?? new ScoreInfo(name, Words(name), Unit: "");

    // free-energy-error reads as "Free energy error".
    private static string Words(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..].Replace('-', ' ');
}
