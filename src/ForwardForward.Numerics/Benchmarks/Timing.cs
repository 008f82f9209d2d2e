using System.Diagnostics;

namespace ForwardForward.Numerics.Benchmarks;

/// <summary>What every benchmark does with a clock.</summary>
public static class Timing
{
    /// <summary>Seconds of one call, the mean of so many in a row.</summary>
    public static double Seconds(Action action, int calls)
    {
        ArgumentNullException.ThrowIfNull(action);
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
}
