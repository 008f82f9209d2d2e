using ForwardForward.Frames;
using ForwardForward.Learning.Models;

namespace ForwardForward.Runs;

/// <summary>
/// The scores of a classifier in the form of the first release, which databases, checkpoints, snapshots and the REST interface keep beside the
/// named ones: error rates in percent, null where not counted yet.
/// </summary>
/// <param name="ValidationGoodness">Validation error by the goodness of every label.</param>
/// <param name="ValidationSoftmax">Validation error by one pass and softmax.</param>
/// <param name="TestGoodness">Test error by the goodness of every label.</param>
/// <param name="TestSoftmax">Test error by one pass and softmax.</param>
public sealed record ClassifierErrors(double? ValidationGoodness, double? ValidationSoftmax, double? TestGoodness, double? TestSoftmax)
{
    /// <summary>Those among the scores of a run.</summary>
    public static ClassifierErrors Of(RunScores scores) => new(
        scores[MetricNames.ValidationGoodness], scores[MetricNames.ValidationSoftmax], scores[MetricNames.TestGoodness], scores[MetricNames.TestSoftmax]);

    /// <summary>Whether a score has its place here.</summary>
    /// <param name="name">Its name, split and measure.</param>
    public static bool Has(string name) =>
        name is MetricNames.ValidationGoodness or MetricNames.ValidationSoftmax or MetricNames.TestGoodness or MetricNames.TestSoftmax;

    /// <summary>Whether a measure is one of a classifier's.</summary>
    /// <param name="name">Its name without a split.</param>
    public static bool HasMeasure(string name) => name == Measures.GoodnessError.Name || name == Measures.SoftmaxError.Name;

    /// <summary>The same as named scores.</summary>
    public IEnumerable<Score> ToScores()
    {
        (string Name, double? Value)[] all =
        [
            (MetricNames.ValidationGoodness, ValidationGoodness), (MetricNames.ValidationSoftmax, ValidationSoftmax),
            (MetricNames.TestGoodness, TestGoodness), (MetricNames.TestSoftmax, TestSoftmax),
        ];
        return all.Where(one => one.Value is not null).Select(one => new Score(one.Name, one.Value!.Value));
    }
}
