namespace ForwardForward.Learning.Trainers;

/// <summary>
/// A trainer's whole state as named values: float32 matrices (weights, velocities, running means) and 64-bit words (counters, random
/// streams). Names are lower case, words joined by '-', parts by '/', such as <c>layer-1/weights</c>.
/// </summary>
public sealed class TrainerState
{
    /// <summary>Matrices by name, row-major.</summary>
    public SortedDictionary<string, StateMatrix> Matrices { get; } = new(StringComparer.Ordinal);

    /// <summary>Words by name.</summary>
    public SortedDictionary<string, ulong[]> Words { get; } = new(StringComparer.Ordinal);
}

/// <summary>One named matrix of a state.</summary>
/// <param name="Rows">Number of rows.</param>
/// <param name="Columns">Number of columns.</param>
/// <param name="Values">Row-major values, <c>[rows * columns]</c>.</param>
public sealed record StateMatrix(int Rows, int Columns, float[] Values);
