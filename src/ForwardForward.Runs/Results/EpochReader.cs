using System.Globalization;
using ForwardForward.Frames;

namespace ForwardForward.Runs.Results;

/// <summary>
/// Cuts a run's history into epochs. An epoch is complete when a reading from beyond its end arrives, or when the run has ended: its own
/// last readings (training, then the error counts) all carry the position of its end.
/// </summary>
/// <param name="measures">What the run is measured by, as its recipe declares it.</param>
public sealed class EpochReader(IReadOnlyList<ScoreInfo> measures)
{
    private readonly bool _hasGoodness = TrainResult.HasGoodness(measures);
    private readonly Dictionary<string, double> _scores = [];
    private readonly Dictionary<string, (double Sum, int Count)> _sums = [];
    private readonly Dictionary<string, double> _errors = [];
    private MetricPoint? _last;

    /// <summary>Takes the next reading; the epoch that it shows to be complete, if any.</summary>
    public EpochSummary? Read(MetricPoint point)
    {
        var complete = _last is not null && EpochOf(point) > EpochOf(_last) ? Finish() : null;
        _last = point;
        foreach (var (name, value) in point.Values)
        {
            if (name is MetricNames.ValidationGoodness or MetricNames.ValidationSoftmax)
            {
                _errors[name] = value;
            }
            else if (ScoreNames.Split(name) == ScoreNames.Validation)
            {
                _scores[name] = value;
            }
            else if (ScoreNames.Split(name) != ScoreNames.Test)
            {
                var (sum, count) = _sums.GetValueOrDefault(name);
                _sums[name] = (sum + value, count + 1);
            }
        }

        return complete;
    }

    /// <summary>The run has ended: the epoch that its last reading completes, if any.</summary>
    public EpochSummary? End() => _last is { Epoch: > 0 } last && last.Epoch >= EpochOf(last) ? Finish() : null;

    // Step 0 and everything up to the end of the first epoch belong to epoch 1.
    private static int EpochOf(MetricPoint point) => Math.Max(1, (int)Math.Ceiling(point.Epoch - 1e-9));

    private EpochSummary Finish()
    {
        var summary = new EpochSummary
        {
            Epoch = EpochOf(_last!),
            Step = _last!.Step,
            TrainSeconds = Math.Round(_last.Seconds, 3),
            ValidationErrorGoodness = Error(MetricNames.ValidationGoodness),
            ValidationErrorSoftmax = _hasGoodness ? Error(MetricNames.ValidationSoftmax) : null,
            ValidationError = _hasGoodness ? null : Error(MetricNames.ValidationSoftmax),
            Scores = _scores.Count > 0 ? _scores.ToDictionary() : null,
            Measures = measures,
            Values = _sums.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(
                pair => pair.Key,
                pair => double.Parse((pair.Value.Sum / pair.Value.Count).ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)),
        };
        _sums.Clear();
        _errors.Clear();
        _scores.Clear();
        return summary;
    }

    private double? Error(string name) => _errors.TryGetValue(name, out var value) ? value : null;
}
