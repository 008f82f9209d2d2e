using System.Runtime.CompilerServices;

namespace ForwardForward.Numerics.Gemm.Kernels;

/// <summary>A tile of gradients that is used up at once: it moves the velocity, and the velocity the weights, both in panel layout.</summary>
/// <param name="velocity">First velocity of the tile.</param>
/// <param name="weights">First weight of the tile.</param>
/// <param name="panelStride">Floats from one panel to the next, for tiles that are wider than a panel.</param>
/// <param name="constants">As <see cref="UpdateConstants"/> lays them out.</param>
internal readonly unsafe struct UpdateTile(float* velocity, float* weights, nint panelStride, float* constants) : ITile<UpdateTile>
{
    private readonly float* _velocity = velocity;
    private readonly float* _weights = weights;
    private readonly nint _panelStride = panelStride;
    private readonly float* _constants = constants;

    public UpdateTile At(int column) => new(_velocity + column, _weights + column, _panelStride, _constants);

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
            var offset = (TOperations.TileRows + group) * Panel.Width;
            Prefetching.Near<T, TOperations>(_velocity + offset);
            Prefetching.Near<T, TOperations>(_weights + offset);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish<T, TOperations>(int row, int vector, T value)
        where T : struct
        where TOperations : struct, IVectorOperations<T>
    {
        var offset = Offset(row, vector * TOperations.Width);
        // Adding +0 turns -0, which an underflow can leave behind, into the +0 that skipping zeros may give.
        var gradient = TOperations.MultiplyAdd(TOperations.Load(_constants + UpdateConstants.Share), value, default);
        var velocity = TOperations.MultiplyAdd(TOperations.Load(_constants + UpdateConstants.Smoothing), TOperations.Load(_velocity + offset), gradient);
        var weight = TOperations.Load(_weights + offset);
        var step = TOperations.MultiplyAdd(TOperations.Load(_constants + UpdateConstants.Decay), weight, velocity);
        TOperations.Store(velocity, _velocity + offset);
        TOperations.Store(TOperations.MultiplyAdd(TOperations.Load(_constants + UpdateConstants.Rate), step, weight), _weights + offset);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private nint Offset(int row, int column) => (row * Panel.Width) + (column / Panel.Width * _panelStride) + (column % Panel.Width);
}
