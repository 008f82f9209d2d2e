using System.Runtime.CompilerServices;

namespace ForwardForward.Numerics.Gemm.Kernels;

/// <summary>A tile that is stored as it comes: the whole inner index in one block, no bias, no epilogue.</summary>
/// <param name="destination">First value of the tile.</param>
/// <param name="stride">Floats from one row to the next.</param>
internal readonly unsafe struct StoreTile(float* destination, nint stride) : ITile<StoreTile>
{
    private readonly float* _destination = destination;
    private readonly nint _stride = stride;

    public StoreTile At(int column) => new(_destination + column, _stride);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Start<T, TOperations>(int row, int vector)
        where T : struct
        where TOperations : struct, IVectorOperations<T> => default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Ahead<T, TOperations>(nint row)
        where T : struct
        where TOperations : struct, IVectorOperations<T> =>
        Prefetching.Near<T, TOperations>(_destination + ((TOperations.TileRows + row) * _stride));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish<T, TOperations>(int row, int vector, T value)
        where T : struct
        where TOperations : struct, IVectorOperations<T> =>
        TOperations.Store(TOperations.Add(value, default), _destination + (row * _stride) + (vector * TOperations.Width));
}
