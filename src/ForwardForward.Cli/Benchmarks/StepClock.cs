using System.Diagnostics;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Cli.Benchmarks;

/// <summary>Takes the time of every phase of a step: the clock that learning itself does without.</summary>
internal sealed class StepClock : IStepObserver
{
    private readonly Dictionary<(StepPhase Phase, int Layer), List<double>> _seconds = [];
    private readonly Dictionary<(StepPhase Phase, int Layer), long> _ticks = [];
    private (StepPhase Phase, int Layer) _current;
    private long _since;

    /// <summary>Median seconds a step of every phase that was seen, in the order of the phases and layers.</summary>
    public IReadOnlyList<(StepPhase Phase, int Layer, double Seconds)> Medians =>
        [.. _seconds.OrderBy(pair => pair.Key).Select(pair => (pair.Key.Phase, pair.Key.Layer, Timings.Median([.. pair.Value])))];

    /// <inheritdoc/>
    public void Enter(StepPhase phase, int layer)
    {
        var now = Stopwatch.GetTimestamp();
        _ticks[_current] = _ticks.GetValueOrDefault(_current) + now - _since;
        (_current, _since) = ((phase, layer), now);
    }

    /// <summary>Takes the times of one step.</summary>
    public void Measure(Action step)
    {
        _ticks.Clear();
        (_current, _since) = ((StepPhase.Other, 0), Stopwatch.GetTimestamp());
        step();
        Enter(StepPhase.Other, 0);
        foreach (var (key, ticks) in _ticks)
        {
            if (!_seconds.TryGetValue(key, out var seconds))
            {
                _seconds.Add(key, seconds = []);
            }

            seconds.Add((double)ticks / Stopwatch.Frequency);
        }
    }
}
