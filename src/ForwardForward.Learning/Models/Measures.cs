using ForwardForward.Frames;

namespace ForwardForward.Learning.Models;

/// <summary>What evaluations of classifiers find.</summary>
public static class Measures
{
    /// <summary>Share of images whose label of the highest goodness is wrong.</summary>
    public static ScoreInfo GoodnessError { get; } = new("goodness-error", "Error by goodness", IsThorough: true);

    /// <summary>Share of images whose likeliest label by one pass and softmax is wrong.</summary>
    public static ScoreInfo SoftmaxError { get; } = new("softmax-error", "Error by softmax");

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
}
