using System.Runtime.CompilerServices;

namespace ForwardForward.Numerics.Gemm.Kernels;

/// <summary>A tile that is stored as it comes: the whole inner index in one block, no bias, no epilogue.</summary>
/// <param name="destination">First value of the tile.</param>
/// <param name="stride">Floats from one row to the next.</param>
/// <param name="ahead">What to ask for meanwhile.</param>
internal readonly unsafe struct StoreTile(float* destination, nint stride, PrefetchPlan ahead = default) : ITile<StoreTile>
{
    private readonly float* _destination = destination;
    private readonly nint _stride = stride;
    private readonly PrefetchPlan _ahead = ahead;

    public StoreTile At(int column) => new(_destination + column, _stride, column == 0 ? _ahead : default);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Start<T, TOperations>(int row, int vector)
        where T : struct
        where TOperations : struct, IVectorOperations<T> => default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Ahead<T, TOperations>(nint group)
        where T : struct
        where TOperations : struct, IVectorOperations<T>
    {
        if (group < TOperations.TileRows)
        {
            Prefetching.NearAnywhere<T, TOperations>(_destination + ((TOperations.TileRows + group) * _stride));
        }

        _ahead.Ask(group);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish<T, TOperations>(int row, int vector, T value)
        where T : struct
        where TOperations : struct, IVectorOperations<T> =>
        TOperations.Store(TOperations.Add(value, default), _destination + (row * _stride) + (vector * TOperations.Width));
}
