using System.Runtime.CompilerServices;
using ForwardForward.Numerics.Gemm.Kernels;

namespace ForwardForward.Numerics.Sparse;

/// <summary>Rows whose results are stored; one block of the inner index.</summary>
internal readonly unsafe struct ProductRows : ISparseRows<ProductTile>
{
    private const int RowsAhead = 2;

    public required int First { get; init; }

    public required int End { get; init; }

    /// <summary>The lists of this block, <see cref="Capacity"/> entries apart; 0 means one after the other, as in <see cref="Bounds"/>.</summary>
    public required Entry* Lists { get; init; }

    public required int Capacity { get; init; }

    /// <summary>Where each list begins, and where the last one ends; with a capacity, how long each is.</summary>
    public required int* Bounds { get; init; }

    /// <summary>Result of row and column 0, and floats to the next row.</summary>
    public required float* Destination { get; init; }

    public required nint Stride { get; init; }

    public required bool IsFirst { get; init; }

    public required bool IsLast { get; init; }

    public required float* Bias { get; init; }

    public required bool Relu { get; init; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Entry* Entries(int row, out int count)
    {
        if (Capacity > 0)
        {
            count = Bounds[row];
            return Lists + ((nint)row * Capacity);
        }

        count = Bounds[row + 1] - Bounds[row];
        return Lists + Bounds[row];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ProductTile Tile(int row, int column) =>
        new(Destination + (row * Stride) + column, Stride, IsFirst, IsLast, Bias == null ? null : Bias + column, Relu);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Ahead<T, TOperations>(int row, int column, int pairs)
        where T : struct
        where TOperations : struct, IVectorOperations<T>
    {
        var address = Destination + ((row + RowsAhead) * Stride) + column;
        for (var pair = 0; pair < pairs; pair++)
        {
            Prefetching.Near<T, TOperations>(address + (2 * pair * TOperations.Width));
        }
    }
}
