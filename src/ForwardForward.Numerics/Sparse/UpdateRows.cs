using System.Runtime.CompilerServices;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Gemm.Kernels;

namespace ForwardForward.Numerics.Sparse;

/// <summary>Inputs whose gradient is used up at once.</summary>
internal readonly unsafe struct UpdateRows : ISparseRows<UpdateTile>
{
    private const int RowsAhead = 2;

    public required int First { get; init; }

    public required int End { get; init; }

    /// <summary>Lists, <see cref="Capacity"/> entries apart.</summary>
    public required Entry* Lists { get; init; }

    public required int Capacity { get; init; }

    public required int* Counts { get; init; }

    /// <summary>Velocity and weights in panel layout.</summary>
    public required float* Velocity { get; init; }

    public required float* Weights { get; init; }

    public required nint PanelStride { get; init; }

    public required float* Constants { get; init; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Entry* Entries(int row, out int count)
    {
        count = Counts[row];
        return Lists + ((nint)row * Capacity);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public UpdateTile Tile(int row, int column)
    {
        var offset = (column / Panel.Width * PanelStride) + ((nint)row * Panel.Width) + (column % Panel.Width);
        return new UpdateTile(Velocity + offset, Weights + offset, PanelStride, Constants);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Ahead<T, TOperations>(int row, int column, int pairs)
        where T : struct
        where TOperations : struct, IVectorOperations<T> =>
        Prefetching.Lines((float*)(Lists + ((nint)(row + RowsAhead) * Capacity)), Counts[row] * (sizeof(Entry) / sizeof(float)));
}
