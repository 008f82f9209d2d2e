using System.Runtime.CompilerServices;
using ForwardForward.Numerics.Gemm.Kernels;

namespace ForwardForward.Numerics.Sparse;

/// <summary>Where the results of some columns start from and go to in one block of the inner index; see <see cref="ProductTile"/>.</summary>
/// <param name="destination">Result of row 0 at the first column.</param>
/// <param name="stride">Floats from one row to the next.</param>
/// <param name="isFirst">Whether the inner index starts here.</param>
/// <param name="isLast">Whether it ends here.</param>
/// <param name="bias">At the first column; null for none.</param>
/// <param name="relu">Whether negative results become 0.</param>
/// <param name="ahead">What to ask for meanwhile.</param>
internal readonly unsafe struct ListTarget(float* destination, nint stride, bool isFirst, bool isLast, float* bias, bool relu, WeightsAhead ahead)
{
    private readonly float* _destination = destination;
    private readonly nint _stride = stride;
    private readonly bool _isFirst = isFirst;
    private readonly bool _isLast = isLast;
    private readonly float* _bias = bias;
    private readonly bool _relu = relu;

    /// <summary>What to ask for meanwhile.</summary>
    public readonly WeightsAhead Ahead = ahead;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ProductTile Tile(int row, int column) =>
        new(_destination + (row * _stride) + column, _stride, _isFirst, _isLast, _bias == null ? null : _bias + column, _relu);
}
