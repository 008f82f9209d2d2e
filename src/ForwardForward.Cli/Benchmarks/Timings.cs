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

    /// <summary>Seconds of one call, the mean of so many in a row.</summary>
    public static double Seconds(Action action, int calls)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < calls; i++)
        {
            action();
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds / calls;
    }

    /// <summary>The middle value; of an even number the larger of the two in the middle, of none NaN. Sorts the array.</summary>
    public static double Median(double[] values)
    {
        Array.Sort(values);
        return values.Length == 0 ? double.NaN : values[values.Length / 2];
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
