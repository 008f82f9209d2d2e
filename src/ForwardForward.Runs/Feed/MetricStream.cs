using System.Runtime.CompilerServices;

namespace ForwardForward.Runs.Feed;

/// <summary>Reads a run's history in pieces: stored points first, then each new one as it comes.</summary>
internal static class MetricStream
{
    /// <summary>At most so many points in one answer.</summary>
    public const int MaximumBatch = 100_000;

    private const int WatchBatch = 1000;

    /// <summary>Points from a number on, at most <paramref name="limit"/>.</summary>
    public static async Task<IReadOnlyList<MetricPoint>> ReadAsync(Run run, long from, int limit, CancellationToken cancellation)
    {
        var points = new List<MetricPoint>();
        while (points.Count < limit)
        {
            var piece = await run.Metrics.ReadAsync(from + points.Count, limit - points.Count, cancellation);
            if (piece.Count == 0)
            {
                break;
            }

            points.AddRange(piece);
        }

        return points;
    }

    /// <summary>Points from a number on, and new ones as they come, until the run has ended.</summary>
    public static async IAsyncEnumerable<MetricPoint> WatchAsync(Run run, long from, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (true)
        {
            // In this order: whatever changes after it was looked at, raises the version.
            var version = run.Changed.Version;
            var ended = run.HasEnded;
            var points = await run.Metrics.ReadAsync(from, WatchBatch, cancellation);
            foreach (var point in points)
            {
                from = point.Sequence + 1;
                yield return point;
            }

            if (points.Count == 0)
            {
                if (ended)
                {
                    yield break;
                }

                await run.Changed.WaitAsync(version, cancellation);
            }
        }
    }
}
