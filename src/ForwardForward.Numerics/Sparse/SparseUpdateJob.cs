using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Gemm.Kernels;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Numerics.Sparse;

/// <summary>The gradient of each input's weights from the list of its non-zeros, straight into velocity and weights.</summary>
internal unsafe struct SparseUpdateJob : IPieceJob
{
    public IGemmKernel Kernel;
    public SparseGrid Grid;

    /// <summary>Lists, <see cref="Depth"/> entries apart.</summary>
    public Entry* Entries;
    public int* Counts;
    public float* Right;
    public int Depth;
    public float* Constants;
    public WeightMatrix Velocity;
    public WeightMatrix Weights;

    public readonly void Run(int piece)
    {
        var (firstInput, endInput) = Grid.Rows(piece);
        var (column, columns) = Grid.Columns(piece);
        nint stride = (nint)Depth * Panel.Width;
        var right = Right + (column / Panel.Width * stride) + (column % Panel.Width);
        var rows = new UpdateRows
        {
            First = firstInput,
            End = endInput,
            Lists = Entries,
            Capacity = Depth,
            Counts = Counts,
            Velocity = Velocity.Data,
            Weights = Weights.Data,
            PanelStride = Weights.PanelStride,
            Constants = Constants,
        };
        Kernel.UpdateSparse(rows, right, stride, column, columns);
    }
}
