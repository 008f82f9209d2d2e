using System.Runtime.CompilerServices;

namespace ForwardForward.Numerics.Gemm.Kernels;

/// <summary>A tile of a stored product; with a bias and an epilogue when the inner index has run to its end.</summary>
/// <param name="destination">First value of the tile.</param>
/// <param name="stride">Floats from one row to the next.</param>
/// <param name="isFirst">Whether the inner index starts here; else the accumulators are taken up from the destination.</param>
/// <param name="isLast">Whether the inner index ends here.</param>
/// <param name="bias">Added at the end, with room for whole vectors; null for none.</param>
/// <param name="relu">Whether negative results become 0.</param>
/// <param name="ahead">What to ask for meanwhile.</param>
internal readonly unsafe struct ProductTile(
    float* destination, nint stride, bool isFirst, bool isLast, float* bias, bool relu, PrefetchPlan ahead = default)
    : ITile<ProductTile>
{
    private readonly float* _destination = destination;
    private readonly nint _stride = stride;
    private readonly bool _isFirst = isFirst;
    private readonly bool _isLast = isLast;
    private readonly float* _bias = bias;
    private readonly bool _relu = relu;
    private readonly PrefetchPlan _ahead = ahead;

    public ProductTile At(int column) =>
        new(_destination + column, _stride, _isFirst, _isLast, _bias == null ? null : _bias + column, _relu, column == 0 ? _ahead : default);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Start<T, TOperations>(int row, int vector)
        where T : struct
        where TOperations : struct, IVectorOperations<T> =>
        _isFirst ? default : TOperations.Load(_destination + (row * _stride) + (vector * TOperations.Width));

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
        where TOperations : struct, IVectorOperations<T>
    {
        if (_isLast)
        {
            // Adding +0 turns -0, which an underflow can leave behind, into the +0 that skipping zeros may give.
            value = TOperations.Add(value, default);
            if (_bias != null)
            {
                value = TOperations.Add(value, TOperations.Load(_bias + (vector * TOperations.Width)));
            }

            if (_relu)
            {
                value = TOperations.Max(value, default);
            }
        }

        TOperations.Store(value, _destination + (row * _stride) + (vector * TOperations.Width));
    }
}
