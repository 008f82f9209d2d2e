using System.Globalization;
using ForwardForward.Frames;

namespace ForwardForward.Learning.Trainers;

/// <summary>The metrics that several trainers tell. Their names are stored with every run.</summary>
public static class TrainingMetrics
{
    /// <summary>Values of one layer that tells positive from negative data.</summary>
    public const int PerLayer = 7;

    /// <summary>The schedule's gain on the learning rates; every trainer tells it, last of all.</summary>
    public static MetricInfo Gain { get; } = new("learning-rate/gain", "Gain on the learning rates", "learning-rate");

    /// <summary>What a softmax at the top tells: mean cross-entropy on the batch, and the share of it that it got wrong.</summary>
    public static IReadOnlyList<MetricInfo> OfHead { get; } =
    [
        new("head/loss", "Loss of the softmax", "softmax-head", "nats"),
        new("head/error", "Training error by softmax", "training-error", "share"),
    ];

    /// <summary>What layers with goodness tell, layer after layer, in the order of <see cref="Layers.LayerMeasures"/>.</summary>
    public static IEnumerable<MetricInfo> OfLayers(int layers) => Enumerable.Range(0, layers).SelectMany(OfLayer);

    private static IEnumerable<MetricInfo> OfLayer(int layer)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"layer-{layer + 1}/");
        return
        [
            new(prefix + "positive-goodness", "Goodness of positives", "goodness", Layer: layer),
            new(prefix + "negative-goodness", "Goodness of negatives", "goodness", Layer: layer),
            new(prefix + "positive-probability", "p(positive) of positives", "p-positive", Layer: layer),
            new(prefix + "negative-probability", "p(positive) of negatives", "p-positive", Layer: layer),
            new(prefix + "pairwise-error", "Pairwise error", "pairwise-error", "share", layer),
            new(prefix + "active-share", "Active units", "active-share", "share", layer),
            new(prefix + "loss", "Local loss", "local-loss", "nats", layer),
        ];
    }
}
