using System.Runtime.CompilerServices;
using ForwardForward.Numerics.Gemm.Kernels;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Numerics.Sparse;

/// <summary><c>y = epilogue(a b + bias)</c> where each row of a is a list of its non-zeros.</summary>
internal unsafe struct SparseProductJob : IPieceJob
{
    public IGemmKernel Kernel;
    public SparseGrid Grid;

    /// <summary>As in <see cref="ProductRows.Lists"/>; those of a block begin <see cref="BlockEntries"/> after those of the last.</summary>
    public Entry* Entries;
    public int Capacity;
    public int* Bounds;
    public int Blocks;
    public nint BlockEntries;
    public float* Right;
    public nint PanelStride;
    public float* Bias;
    public bool Relu;
    public MatrixView Y;

    public readonly void Run(int piece)
    {
        var (firstRow, endRow) = Grid.Rows(piece);
        var (column, columns) = Grid.Columns(piece);
        var right = Right + (column / Panel.Width * PanelStride) + (column % Panel.Width);
        if (columns % (2 * Kernel.Width) != 0)
        {
            EdgeColumns(firstRow, endRow, column, columns, right);
            return;
        }

        for (var block = 0; block < Blocks; block++)
        {
            var rows = Rows(firstRow, endRow, block, Y.Data, Y.Stride);
            Kernel.MultiplySparse(rows, right, PanelStride, column, columns);
        }
    }

    /// <summary>Columns whose last pair of vectors leaves the matrix take the way through a row that has room for it.</summary>
    [SkipLocalsInit]
    private readonly void EdgeColumns(int firstRow, int endRow, int column, int columns, float* right)
    {
        var room = stackalloc float[Kernel.SparseColumns];
        for (var row = firstRow; row < endRow; row++)
        {
            for (var block = 0; block < Blocks; block++)
            {
                Kernel.MultiplySparse(Rows(row, row + 1, block, room - column, 0), right, PanelStride, column, columns);
            }

            new ReadOnlySpan<float>(room, columns).CopyTo(new Span<float>(Y.Data + ((nint)row * Y.Stride) + column, columns));
        }
    }

    private readonly ProductRows Rows(int first, int end, int block, float* destination, nint stride) => new()
    {
        First = first,
        End = end,
        Lists = Entries + (block * BlockEntries),
        Capacity = Capacity,
        Bounds = Bounds + ((nint)block * (Y.Rows + 1)),
        Destination = destination,
        Stride = stride,
        IsFirst = block == 0,
        IsLast = block == Blocks - 1,
        Bias = Bias,
        Relu = Relu,
    };
}
