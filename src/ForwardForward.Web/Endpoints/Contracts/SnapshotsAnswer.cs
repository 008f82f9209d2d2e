using ForwardForward.Runs;

namespace ForwardForward.Web.Endpoints.Contracts;

/// <summary>Which moments are kept of a run.</summary>
/// <param name="Run">Name of the run.</param>
/// <param name="Kept">How many are kept.</param>
/// <param name="Taken">How many were taken so far; the others made room.</param>
/// <param name="Snapshots">Those that are kept, oldest first.</param>
public sealed record SnapshotsAnswer(string Run, int Kept, int Taken, IReadOnlyList<SnapshotAnswer> Snapshots)
{
    /// <summary>What is kept of a run as an answer.</summary>
    public static SnapshotsAnswer From(RunSnapshot run, KeptMoments kept) => new(
        run.Id, kept.Steps.Count, kept.Taken, [.. kept.Steps.Select(step => new SnapshotAnswer(step, run.StepsPerEpoch > 0 ? (double)step / run.StepsPerEpoch : null))]);
}

/// <summary>A moment that is kept.</summary>
/// <param name="Step">Mini-batches done; what <c>at</c> takes.</param>
/// <param name="Epoch">Position in epochs, fractional; null where that is not known yet.</param>
public sealed record SnapshotAnswer(long Step, double? Epoch);
