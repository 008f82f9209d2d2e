using ForwardForward.Frames;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Runs.Feed;

/// <summary>Names the values that a trainer tells.</summary>
internal static class MetricReading
{
    /// <summary>The values before the first step: nothing has been seen yet, so only what a person has set.</summary>
    public static Dictionary<string, double> Initial(Trainer trainer) => WithControls([], trainer);

    /// <summary>The values of one mini-batch.</summary>
    /// <param name="trainer">The trainer.</param>
    /// <param name="metrics">What its step told, one value for each of <see cref="Trainer.Metrics"/>.</param>
    public static Dictionary<string, double> Of(Trainer trainer, ReadOnlySpan<float> metrics)
    {
        var values = new Dictionary<string, double>(metrics.Length + trainer.Controls.Count);
        for (var i = 0; i < metrics.Length; i++)
        {
            values[trainer.Metrics[i].Name] = Tidy(metrics[i]);
        }

        return WithControls(values, trainer);
    }

    /// <summary>The values of a finished evaluation.</summary>
    /// <param name="scores">What it found, by the names of <see cref="ScoreNames"/>.</param>
    public static Dictionary<string, double> Of(IReadOnlyList<Score> scores) => scores.ToDictionary(score => score.Name, score => score.Value);

    /// <summary>The name of the first value that is no finite number; null when all are.</summary>
    public static string? FirstNonFinite(Dictionary<string, double> values)
    {
        foreach (var (name, value) in values)
        {
            if (!double.IsFinite(value))
            {
                return name;
            }
        }

        return null;
    }

    private static Dictionary<string, double> WithControls(Dictionary<string, double> values, Trainer trainer)
    {
        foreach (var control in trainer.Controls)
        {
            values[control.Name] = Tidy(control.Value);
        }

        return values;
    }

    // A float has seven digits; written as a double it would show ten more that mean nothing.
    private static double Tidy(float value) => Math.Abs(value) < 1e15f ? (double)(decimal)value : value;
}
