using ForwardForward.Numerics.Gemm.Kernels;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Numerics.Sparse;

/// <summary>
/// Lists the non-zeros of <c>x</c>, block by block of the inner index and in a block row by row without a gap, in the order in which they
/// are walked. One piece lists one block.
/// </summary>
/// <param name="x">The left operand, <c>[batch, in]</c>.</param>
/// <param name="blockDepth">Steps of the inner index in a block.</param>
/// <param name="entries">Receives the lists; those of a block begin <c>batch blockDepth</c> entries after those of the last.</param>
/// <param name="starts">Receives <c>[blocks, batch + 1]</c>: where the list of a row begins, counted from the first of its block.</param>
internal readonly unsafe struct RowEntries(MatrixView x, int blockDepth, Entry* entries, int* starts) : IPieceJob
{
    private readonly MatrixView _x = x;
    private readonly int _blockDepth = blockDepth;
    private readonly Entry* _entries = entries;
    private readonly int* _starts = starts;

    /// <summary>Blocks of the inner index; an empty one has one, in which results are set to their start.</summary>
    public static int Blocks(int depth, int blockDepth) => Math.Max(1, (depth + blockDepth - 1) / blockDepth);

    public void Run(int piece)
    {
        var first = piece * _blockDepth;
        var count = Math.Min(_blockDepth, _x.Columns - first);
        var entries = _entries + ((nint)piece * _x.Rows * _blockDepth);
        var starts = _starts + ((nint)piece * (_x.Rows + 1));
        var found = 0;
        for (var row = 0; row < _x.Rows; row++)
        {
            starts[row] = found;
            found += NonZeros.Collect(_x.Data + ((nint)row * _x.Stride) + first, first, count, Panel.Width, entries + found);
        }

        starts[_x.Rows] = found;
    }
}
