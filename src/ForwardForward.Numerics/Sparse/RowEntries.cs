using ForwardForward.Numerics.Gemm.Kernels;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Numerics.Sparse;

/// <summary>
/// Lists the non-zeros of each row of <c>x</c>, cut where a block of the inner index ends. One piece lists one row.
/// </summary>
/// <param name="x">The left operand, <c>[batch, in]</c>.</param>
/// <param name="blockDepth">Steps of the inner index in a block.</param>
/// <param name="entries">Receives <c>[batch, in]</c> entries, each row's at its front.</param>
/// <param name="ends">Receives <c>[batch, blocks]</c>: how many entries of the row come before the end of the block.</param>
internal readonly unsafe struct RowEntries(MatrixView x, int blockDepth, Entry* entries, int* ends) : IPieceJob
{
    private readonly MatrixView _x = x;
    private readonly int _blockDepth = blockDepth;
    private readonly Entry* _entries = entries;
    private readonly int* _ends = ends;

    /// <summary>Blocks of the inner index; an empty one has one, in which results are set to their start.</summary>
    public static int Blocks(int depth, int blockDepth) => Math.Max(1, (depth + blockDepth - 1) / blockDepth);

    public void Run(int piece)
    {
        var values = _x.Data + ((nint)piece * _x.Stride);
        var entries = _entries + ((nint)piece * _x.Columns);
        var blocks = Blocks(_x.Columns, _blockDepth);
        var found = 0;
        for (var block = 0; block < blocks; block++)
        {
            var start = block * _blockDepth;
            var count = Math.Min(_blockDepth, _x.Columns - start);
            found += NonZeros.Collect(values + start, start, count, Panel.Width, entries + found);
            _ends[(piece * blocks) + block] = found;
        }
    }
}
