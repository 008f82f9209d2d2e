using ForwardForward.Numerics.Gemm.Kernels;

namespace ForwardForward.Numerics.Sparse;

/// <summary>
/// Rows of a left operand as lists of non-zeros: pairs of rows that share a list, then single rows. In every block of the inner index the
/// lists lie one after the other.
/// </summary>
internal readonly unsafe struct RowLists
{
    /// <summary>Units below this number are pairs.</summary>
    public required int PairCount { get; init; }

    /// <summary>Pairs and single rows.</summary>
    public required int UnitCount { get; init; }

    /// <summary>The row of every unit, then the other row of every pair.</summary>
    public required int* Rows { get; init; }

    /// <summary>Where a row of the right operand begins in a panel.</summary>
    public required int* Offsets { get; init; }

    /// <summary>Values of the unit's row.</summary>
    public required float* Firsts { get; init; }

    /// <summary>Values of the other row of a pair.</summary>
    public required float* Seconds { get; init; }

    /// <summary><c>[blocks, units + 1]</c>: where the list of a unit begins in its block, and where the last one ends.</summary>
    public required int* Starts { get; init; }

    /// <summary>Entries from one block to the next.</summary>
    public required nint BlockEntries { get; init; }

    /// <summary>The list of a unit in a block.</summary>
    public nint Start(int block, int unit, out int count)
    {
        var starts = Starts + ((nint)block * (UnitCount + 1)) + unit;
        count = starts[1] - starts[0];
        return (block * BlockEntries) + starts[0];
    }
}
