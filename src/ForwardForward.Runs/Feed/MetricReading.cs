using ForwardForward.Learning.Classifying;
using ForwardForward.Learning.Trainers;
using ForwardForward.Runs.Loop;

namespace ForwardForward.Runs.Feed;

/// <summary>Turns reports and error counts into named values.</summary>
internal static class MetricReading
{
    private static readonly string[] LayerNames =
    [
        MetricNames.PositiveGoodness, MetricNames.NegativeGoodness, MetricNames.PositiveProbability, MetricNames.NegativeProbability,
        MetricNames.PairwiseError, MetricNames.ActiveShare, MetricNames.Loss,
    ];

    /// <summary>The values before the first step: nothing has been seen yet, so only what a person has set.</summary>
    public static Dictionary<string, double> Initial(float factor) => new() { [MetricNames.Factor] = Tidy(factor) };

    /// <summary>The values of one mini-batch.</summary>
    public static Dictionary<string, double> Of(StepReport report, float factor)
    {
        var values = new Dictionary<string, double>((report.Layers.Length * LayerNames.Length) + 4);
        for (var layer = 0; layer < report.Layers.Length; layer++)
        {
            var (positive, negative, positiveProbability, negativeProbability, pairwise, active, loss) = report.Layers[layer];
            ReadOnlySpan<float> numbers = [positive, negative, positiveProbability, negativeProbability, pairwise, active, loss];
            for (var i = 0; i < numbers.Length; i++)
            {
                values[MetricNames.OfLayer(layer, LayerNames[i])] = Tidy(numbers[i]);
            }
        }

        values[MetricNames.HeadLoss] = Tidy(report.HeadLoss);
        values[MetricNames.HeadError] = Tidy(report.HeadError);
        values[MetricNames.Gain] = Tidy(report.Gain);
        values[MetricNames.Factor] = Tidy(factor);
        return values;
    }

    /// <summary>The values of a finished error count.</summary>
    public static Dictionary<string, double> Of(ErrorRates errors, PendingCount counted)
    {
        var (byGoodness, bySoftmax) = counted switch
        {
            PendingCount.Test => (MetricNames.TestGoodness, MetricNames.TestSoftmax),
            PendingCount.Training => (MetricNames.TrainingGoodness, MetricNames.TrainingSoftmax),
            _ => (MetricNames.ValidationGoodness, MetricNames.ValidationSoftmax),
        };
        var values = new Dictionary<string, double>();
        if (errors.GoodnessPercent is { } goodness)
        {
            values[byGoodness] = goodness;
        }

        if (errors.SoftmaxPercent is { } softmax)
        {
            values[bySoftmax] = softmax;
        }

        return values;
    }

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

    // A float has seven digits; written as a double it would show ten more that mean nothing.
    private static double Tidy(float value) => Math.Abs(value) < 1e15f ? (double)(decimal)value : value;
}
