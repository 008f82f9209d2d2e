using ForwardForward.Frames;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Testing;

/// <summary>What one step told, by name.</summary>
/// <param name="metrics">What it tells.</param>
/// <param name="values">The values, in the same order.</param>
public sealed class StepMetrics(IReadOnlyList<MetricInfo> metrics, float[] values)
{
    /// <summary>Mean cross-entropy of the softmax.</summary>
    public float HeadLoss => this["head/loss"];

    /// <summary>The schedule's gain.</summary>
    public float Gain => this["learning-rate/gain"];

    /// <summary>Layers that have goodness.</summary>
    public IReadOnlyList<LayerValues> Layers { get; } = [.. metrics.Where(metric => metric.Layer is not null).GroupBy(metric => metric.Layer).Select(group =>
    {
        float Of(string name) => values[metrics.ToList().FindIndex(metric => metric.Layer == group.Key && metric.Name.EndsWith("/" + name, StringComparison.Ordinal))];
        return new LayerValues(
            Of("positive-goodness"), Of("negative-goodness"), Of("positive-probability"), Of("negative-probability"), Of("pairwise-error"), Of("active-share"), Of("loss"));
    })];

    /// <summary>A value by its name.</summary>
    public float this[string name] => values[metrics.ToList().FindIndex(metric => metric.Name == name)];
}

/// <summary>What one step told of a layer with goodness.</summary>
/// <param name="PositiveGoodness">Mean goodness of the positive rows.</param>
/// <param name="NegativeGoodness">Mean goodness of the negative rows.</param>
/// <param name="PositiveProbability">Mean probability of being positive of positive rows.</param>
/// <param name="NegativeProbability">The same of negative rows.</param>
/// <param name="PairwiseError">Share of pairs in the wrong order.</param>
/// <param name="ActiveShare">Share of non-zero activities.</param>
/// <param name="Loss">Mean local loss per row.</param>
public readonly record struct LayerValues(
    float PositiveGoodness, float NegativeGoodness, float PositiveProbability, float NegativeProbability, float PairwiseError, float ActiveShare, float Loss);

/// <summary>Steps for tests, which may allocate.</summary>
public static class TrainerSteps
{
    /// <summary>Does one step, and names what it told.</summary>
    public static StepMetrics Step(this Trainer trainer)
    {
        var values = new float[trainer.Metrics.Count];
        trainer.Step(values);
        return new StepMetrics(trainer.Metrics, values);
    }
}
