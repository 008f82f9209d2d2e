using System.Diagnostics;

namespace ForwardForward.Cli.Benchmarks;

/// <summary>Times of one action.</summary>
internal static class Timings
{
    /// <summary>Seconds of every call, sorted.</summary>
    public static double[] Of(int calls, Action action, CancellationToken cancellation)
    {
        var seconds = new double[calls];
        for (var i = 0; i < calls; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var start = Stopwatch.GetTimestamp();
            action();
            seconds[i] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        Array.Sort(seconds);
        return seconds;
    }

    /// <summary>The value that a share of sorted values does not exceed.</summary>
    public static double Quantile(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];

    /// <summary>Memory of this process at its highest so far.</summary>
    public static long PeakBytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
