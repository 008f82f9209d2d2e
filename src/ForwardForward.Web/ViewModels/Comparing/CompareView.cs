using ForwardForward.Frames;
using ForwardForward.Runs;
using ForwardForward.Runs.Results;

namespace ForwardForward.Web.ViewModels.Comparing;

/// <summary>What the link of a comparison says: the runs, the metric and how it is drawn. Whatever makes no sense falls back to what does.</summary>
/// <param name="Runs">The runs, in the order of their letters.</param>
/// <param name="Metric">Name of the metric, without its layer; null takes what the runs have.</param>
/// <param name="Layer">Layer, from 0, where the metric belongs to layers.</param>
/// <param name="Axis">What the horizontal axis counts: epochs, batches or time; null is epochs.</param>
/// <param name="Logarithmic">Whether the vertical axis is logarithmic; null takes what suits the metric.</param>
public sealed record CompareView(IReadOnlyList<string> Runs, string? Metric = null, int Layer = 0, string? Axis = null, bool? Logarithmic = null)
{
    /// <summary>The most runs on shared axes: more colours than these cannot be told apart.</summary>
    public const int MostRuns = 8;

    private static readonly string[] Axes = ["batches", "time"];

    /// <summary>Reads the parts of a link; two runs may also be called a and b.</summary>
    public static CompareView Parse(string? runs, string? first, string? second, string? metric, string? layer, string? axis, string? scale) => new(
        [.. (runs ?? $"{first},{second}").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)],
        CompareMetric.All.Any(known => known.Name == metric) || ScoreNames.Split(metric ?? "") == ScoreNames.Validation ? metric : null,
        int.TryParse(layer, System.Globalization.NumberStyles.None, null, out var number) && number is >= 1 and <= 100 ? number - 1 : 0,
        Axes.Contains(axis) ? axis : null,
        scale switch { "log" => true, "linear" => false, _ => null });

    /// <summary>Why these runs cannot be compared, in a sentence; null where they can.</summary>
    public string? Problem => Runs.Count switch
    {
        < 2 => "A comparison needs two runs: choose them in the list.",
        > MostRuns => $"A comparison holds at most {MostRuns} runs; the link names {Runs.Count}.",
        _ => null,
    };

    /// <summary>The link, relative to the root of the site; what is as usual is left out.</summary>
    public string Link()
    {
        var query = new List<string> { $"runs={string.Join(',', Runs.Select(Uri.EscapeDataString))}" };
        if (Metric is not null)
        {
            query.Add($"metric={Uri.EscapeDataString(Metric)}");
        }

        if (Layer > 0)
        {
            query.Add(FormattableString.Invariant($"layer={Layer + 1}"));
        }

        if (Axis is not null)
        {
            query.Add($"axis={Axis}");
        }

        if (Logarithmic is { } logarithmic)
        {
            query.Add(logarithmic ? "scale=log" : "scale=linear");
        }

        return $"compare?{string.Join('&', query)}";
    }
}

/// <summary>A metric that runs can be compared by.</summary>
/// <param name="Name">Its name, without a layer.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Group">What it belongs to.</param>
/// <param name="Term">Its place in the glossary.</param>
/// <param name="OfLayers">Whether every layer has one.</param>
/// <param name="Scale">Factor on its values.</param>
/// <param name="Unit">Written behind values.</param>
/// <param name="Logarithmic">Whether a logarithmic axis suits it.</param>
public sealed record CompareMetric(
    string Name, string Title, string Group, string Term, bool OfLayers = false, double Scale = 1, string Unit = "", bool Logarithmic = false)
{
    private const string Errors = "Errors";
    private const string Layers = "Layers";
    private const string Training = "Training";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<CompareMetric> All { get; } =
    [
        new(MetricNames.ValidationGoodness, "Validation error by goodness", Errors, "by-goodness", Unit: " %", Logarithmic: true),
        new(MetricNames.ValidationSoftmax, "Validation error by softmax", Errors, "by-softmax", Unit: " %", Logarithmic: true),
        new(MetricNames.TrainingGoodness, "Training error by goodness", Errors, "training-error", Unit: " %", Logarithmic: true),
        new(MetricNames.HeadError, "Training error by softmax", Errors, "training-error", Scale: 100, Unit: " %", Logarithmic: true),
        new(MetricNames.PositiveGoodness, "Goodness of positives", Layers, "goodness", OfLayers: true),
        new(MetricNames.NegativeGoodness, "Goodness of negatives", Layers, "goodness", OfLayers: true),
        new(MetricNames.PairwiseError, "Pairwise error", Layers, "pairwise-error", OfLayers: true, Scale: 100, Unit: " %"),
        new(MetricNames.PositiveProbability, "p(positive) of positives", Layers, "p-positive", OfLayers: true),
        new(MetricNames.NegativeProbability, "p(positive) of negatives", Layers, "p-positive", OfLayers: true),
        new(MetricNames.ActiveShare, "Active units", Layers, "active-share", OfLayers: true, Scale: 100, Unit: " %"),
        new(MetricNames.Loss, "Local loss", Layers, "local-loss", OfLayers: true),
        new(MetricNames.HeadLoss, "Loss of the softmax", Training, "softmax-head"),
        new(MetricNames.Gain, "Gain on the learning rates", Training, "learning-rate"),
    ];

    /// <summary>The metric of a measure that a recipe has of its own.</summary>
    public static CompareMetric Of(ScoreInfo measure) => new(
        ScoreNames.Of(ScoreNames.Validation, measure.Name), ScoreText.Name("Validation", measure), Errors, "validation-error", Unit: measure.Unit.Length > 0 ? " " + measure.Unit : "", Logarithmic: measure.Unit == "%");

    /// <summary>Its full name for a layer.</summary>
    public string Of(int layer) => OfLayers ? MetricNames.OfLayer(layer, Name) : Name;
}
