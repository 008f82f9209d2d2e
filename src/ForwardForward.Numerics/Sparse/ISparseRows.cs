using ForwardForward.Numerics.Gemm.Kernels;

namespace ForwardForward.Numerics.Sparse;

/// <summary>Rows of a left operand as lists of non-zeros, and where their results go.</summary>
/// <typeparam name="TTile">What is done with a row of results.</typeparam>
internal unsafe interface ISparseRows<TTile>
    where TTile : struct, ITile
{
    /// <summary>First row to walk.</summary>
    int First { get; }

    /// <summary>One past the last row to walk.</summary>
    int End { get; }

    /// <summary>The list of a row.</summary>
    Entry* Entries(int row, out int count);

    /// <summary>Asks for the memory that a later row will want.</summary>
    void Ahead<T, TOperations>(int row, int column, int pairs)
        where T : struct
        where TOperations : struct, IVectorOperations<T>;

    /// <summary>Where the results of a row go, from a column on.</summary>
    TTile Tile(int row, int column);
}
