using System.Numerics;

namespace ForwardForward.Runs.Snapshots;

/// <summary>
/// After which steps a snapshot is taken, and which of those are kept. Both follow from the number of steps alone, never from a clock, so
/// that a run that was interrupted keeps the snapshots of one that was not.
/// </summary>
internal static class SnapshotSchedule
{
    /// <summary>At most so many are kept.</summary>
    public const int MaximumKept = 48;

    /// <summary>At least so many are kept, however large one is.</summary>
    public const int LeastKept = 6;

    /// <summary>At most so many bytes are kept of a run, as long as that allows for <see cref="LeastKept"/>.</summary>
    public const long MaximumBytes = 16 << 20;

    /// <summary>
    /// Whether a snapshot is taken after so many steps: 0, 1, 2, 4, 8, 16, 32, 64, 96, 128, 192, ..., 1024, 1280, 1536, ... From each doubling
    /// of the steps to the next there is one at first, two from 64 on, four from 1024 on: one costs about as much as a step does.
    /// </summary>
    public static bool IsDue(long step) => step >= 0 && step % Distance(step) == 0;

    /// <summary>How many are taken up to and with a step.</summary>
    public static int Taken(long step)
    {
        var taken = 0;
        for (var due = 0L; due <= step; due = Next(due))
        {
            taken++;
        }

        return taken;
    }

    /// <summary>How many may be kept when the largest takes so many bytes.</summary>
    public static int Limit(long bytesOfLargest) => (int)Math.Clamp(MaximumBytes / Math.Max(1, bytesOfLargest), LeastKept, MaximumKept);

    /// <summary>
    /// The steps that are kept after so many: whenever one is too many, that one goes whose neighbours are nearest to each other on a
    /// logarithmic scale. The first and the newest never go.
    /// </summary>
    public static IReadOnlyList<long> Kept(long step, int limit)
    {
        var kept = new List<long>(limit + 1);
        for (var due = 0L; due <= step; due = Next(due))
        {
            kept.Add(due);
            if (kept.Count > limit)
            {
                kept.RemoveAt(LeastMissed(kept));
            }
        }

        return kept;
    }

    private static long Next(long due) => due + Distance(due);

    // From the doubling that a step lies in; both ends of it are due.
    private static long Distance(long step)
    {
        var doubling = 1L << BitOperations.Log2((ulong)Math.Max(1, step));
        return doubling switch { < 64 => doubling, < 1024 => doubling / 2, _ => doubling / 4 };
    }

    private static int LeastMissed(List<long> kept)
    {
        var (least, smallest) = (1, double.PositiveInfinity);
        for (var i = 1; i < kept.Count - 1; i++)
        {
            // Shifted by one, since step 0 has no logarithm.
            var gap = (kept[i + 1] + 1.0) / (kept[i - 1] + 1.0);
            if (gap < smallest)
            {
                (least, smallest) = (i, gap);
            }
        }

        return least;
    }
}
