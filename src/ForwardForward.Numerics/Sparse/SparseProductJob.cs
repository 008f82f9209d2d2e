using System.Runtime.CompilerServices;
using ForwardForward.Numerics.Gemm.Kernels;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Numerics.Sparse;

/// <summary><c>y = epilogue(a b + bias)</c> where each row of a is a list of its non-zeros.</summary>
internal unsafe struct SparseProductJob : IPieceJob
{
    public IGemmKernel Kernel;
    public SparseGrid Grid;

    /// <summary>Lists, <see cref="Capacity"/> entries apart.</summary>
    public Entry* Entries;
    public int Capacity;

    /// <summary><c>[rows, Blocks]</c>: where each block of a list ends.</summary>
    public int* Ends;
    public int Blocks;
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
        for (var block = 0; block < Blocks; block++)
        {
            for (var row = firstRow; row < endRow; row++)
            {
                Row(row, block, column, columns, right);
            }
        }
    }

    [SkipLocalsInit]
    private readonly void Row(int row, int block, int column, int columns, float* right)
    {
        var ends = Ends + ((nint)row * Blocks);
        var start = block == 0 ? 0 : ends[block - 1];
        var entries = Entries + ((nint)row * Capacity) + start;
        var count = ends[block] - start;
        var destination = Y.Data + ((nint)row * Y.Stride) + column;
        var bias = Bias == null ? null : Bias + column;
        var (isFirst, isLast) = (block == 0, block == Blocks - 1);
        if (columns % (2 * Kernel.Width) == 0)
        {
            Kernel.MultiplySparse(entries, count, right, PanelStride, columns, new ProductTile(destination, 0, isFirst, isLast, bias, Relu));
            return;
        }

        var room = stackalloc float[Kernel.SparseColumns];
        if (!isFirst)
        {
            new ReadOnlySpan<float>(destination, columns).CopyTo(new Span<float>(room, columns));
        }

        Kernel.MultiplySparse(entries, count, right, PanelStride, columns, new ProductTile(room, 0, isFirst, isLast, bias, Relu));
        new ReadOnlySpan<float>(room, columns).CopyTo(new Span<float>(destination, columns));
    }
}
