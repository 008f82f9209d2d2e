namespace ForwardForward.Web.ViewModels;

/// <summary>Names of the metrics that the page shows.</summary>
public static class MetricNames
{
    /// <summary>Validation error by the goodness of every label, percent.</summary>
    public const string ValidationGoodness = "validation/goodness-error";

    /// <summary>Validation error by one pass and softmax, percent.</summary>
    public const string ValidationSoftmax = "validation/softmax-error";

    /// <summary>Training error by the goodness of every label, percent.</summary>
    public const string TrainGoodness = "train/goodness-error";

    /// <summary>Training error by one pass and softmax, percent.</summary>
    public const string TrainSoftmax = "train/softmax-error";

    /// <summary>Mean goodness of the positive rows of a layer, from 0.</summary>
    public static string PositiveGoodness(int layer) => $"layer-{layer + 1}/positive-goodness";

    /// <summary>Mean goodness of the negative rows of a layer, from 0.</summary>
    public static string NegativeGoodness(int layer) => $"layer-{layer + 1}/negative-goodness";

    /// <summary>Share of pairs that a layer orders wrongly, in [0, 1].</summary>
    public static string PairwiseError(int layer) => $"layer-{layer + 1}/pairwise-error";
}
