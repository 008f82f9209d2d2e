using System.Diagnostics;
using ForwardForward.Runs;

namespace ForwardForward.Benchmarks.Live;

/// <summary>How fast a run trains, and what it costs this process.</summary>
/// <param name="StepsPerSecond">Mini-batches a second.</param>
/// <param name="ProcessorSecondsPerStep">Processor time of this whole process for each of them, in seconds.</param>
internal sealed record Pace(double StepsPerSecond, double ProcessorSecondsPerStep)
{
    /// <summary>Watches a run for a stretch of time.</summary>
    public static async Task<Pace> OfAsync(IRunService runs, string id, TimeSpan stretch)
    {
        var (step, started, processor) = (runs.Get(id).Step, Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await Task.Delay(stretch);
        double steps = runs.Get(id).Step - step;
        return new Pace(steps / Stopwatch.GetElapsedTime(started).TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds / steps);
    }
}
