using ForwardForward.Learning.Readings;

namespace ForwardForward.Runs;

/// <summary>A snapshot that was kept of a run: what its panels showed at that moment.</summary>
/// <param name="Step">Mini-batches done.</param>
/// <param name="Epoch">Position in epochs, fractional.</param>
/// <param name="Seconds">Training seconds so far.</param>
/// <param name="Scores">Newest scores.</param>
/// <param name="Fields">Receptive fields of the first units of every layer, in 255 shades; without fields where a layer has no picture.</param>
/// <param name="Layers">Statistics of every layer on the last batch; null where there was no last batch, such as before the first step.</param>
/// <param name="Examples">Positive and negative examples of the last batch, in 256 shades.</param>
public sealed record Moment(
    long Step,
    double Epoch,
    double Seconds,
    RunScores Scores,
    IReadOnlyList<ReceptiveFields> Fields,
    IReadOnlyList<LayerStatistics?> Layers,
    NegativeExamples Examples);

/// <summary>Which snapshots of a run are kept.</summary>
/// <param name="Steps">Their steps, oldest first; step 0 and the newest are always among them, in between they are spaced logarithmically.</param>
/// <param name="Taken">How many were taken so far; the others made room.</param>
public sealed record KeptMoments(IReadOnlyList<long> Steps, int Taken)
{
    /// <summary>The kept step nearest to a step, the earlier of two; null when none is kept.</summary>
    public long? Nearest(long step) => Steps.Count == 0 ? null : Steps.MinBy(kept => Math.Abs(kept - step));
}
