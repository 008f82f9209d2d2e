using System.Collections.Concurrent;

namespace ForwardForward.Runs;

/// <summary>Names of the values of a <see cref="MetricPoint"/>. Shares lie in [0, 1]; names that begin with training, validation or test are scores (<see cref="ScoreNames"/>) in the unit of their measure.</summary>
public static class MetricNames
{
    // Every reading names twenty values and more; a history that made its names anew would be made of names.
    private static readonly ConcurrentDictionary<(int Layer, string Name), string> OfLayers = new();

    /// <summary>Mean cross-entropy of the softmax head on the batch, in nats.</summary>
    public const string HeadLoss = "head/loss";

    /// <summary>Share of the batch that the softmax head got wrong.</summary>
    public const string HeadError = "head/error";

    /// <summary>The schedule's gain on the learning rates.</summary>
    public const string Gain = "learning-rate/gain";

    /// <summary>The factor that a person put on the learning rates.</summary>
    public const string Factor = "learning-rate/factor";

    /// <summary>Validation error by the goodness of every label, percent.</summary>
    public const string ValidationGoodness = "validation/goodness-error";

    /// <summary>Validation error by one pass and softmax, percent.</summary>
    public const string ValidationSoftmax = "validation/softmax-error";

    /// <summary>Error by the goodness of every label on a sample of the training images, percent.</summary>
    public const string TrainingGoodness = "training/goodness-error";

    /// <summary>Error by one pass and softmax on the same sample, percent.</summary>
    public const string TrainingSoftmax = "training/softmax-error";

    /// <summary>Test error by the goodness of every label, percent.</summary>
    public const string TestGoodness = "test/goodness-error";

    /// <summary>Test error by one pass and softmax, percent.</summary>
    public const string TestSoftmax = "test/softmax-error";

    /// <summary>Mean goodness of the positive rows of the batch.</summary>
    public const string PositiveGoodness = "positive-goodness";

    /// <summary>Mean goodness of the negative rows of the batch.</summary>
    public const string NegativeGoodness = "negative-goodness";

    /// <summary>Mean probability of being positive that the layer gives to positive rows.</summary>
    public const string PositiveProbability = "positive-probability";

    /// <summary>Mean probability of being positive that the layer gives to negative rows.</summary>
    public const string NegativeProbability = "negative-probability";

    /// <summary>Share of pairs whose negative has at least the goodness of its positive.</summary>
    public const string PairwiseError = "pairwise-error";

    /// <summary>Share of non-zero activities.</summary>
    public const string ActiveShare = "active-share";

    /// <summary>Mean local loss per row, in nats.</summary>
    public const string Loss = "loss";

    /// <summary>The full name of a layer's value, such as <c>layer-1/positive-goodness</c>.</summary>
    /// <param name="layer">Layer, from 0; names count from 1.</param>
    /// <param name="name">One of the names above that belong to layers.</param>
    public static string OfLayer(int layer, string name) => OfLayers.GetOrAdd((layer, name), static key => $"layer-{key.Layer + 1}/{key.Name}");
}
