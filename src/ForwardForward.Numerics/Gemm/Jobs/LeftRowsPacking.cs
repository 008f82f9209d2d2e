using System.Runtime.CompilerServices;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Numerics.Gemm.Jobs;

/// <summary>
/// Packs rows of <c>x</c> as left operand: tile by tile <c>[depth, tileRows]</c>, so that a kernel finds the values of one step side by
/// side. One piece packs one tile.
/// </summary>
internal readonly unsafe struct LeftRowsPacking(MatrixView x, int tileRows, float* packed) : IPieceJob
{
    private readonly MatrixView _x = x;
    private readonly int _tileRows = tileRows;
    private readonly float* _packed = packed;

    public void Run(int piece)
    {
        var first = piece * _tileRows;
        var rows = Math.Min(_tileRows, _x.Rows - first);
        var source = _x.Data + ((nint)first * _x.Stride);
        var destination = _packed + ((nint)first * _x.Columns);
        var done = rows >= 4 && Transposition.HasFour ? PackBlocks(source, rows, destination) : 0;
        for (var k = done; k < _x.Columns; k++)
        {
            for (var row = 0; row < rows; row++)
            {
                destination[((nint)k * _tileRows) + row] = source[(row * (nint)_x.Stride) + k];
            }
        }
    }

    /// <summary>
    /// Packs four rows and four steps at a time and returns how many steps it did. Where there are not a multiple of four rows, the last
    /// block takes some rows once more, so that it neither leaves the tile nor writes into the next step.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int PackBlocks(float* source, nint rows, float* destination)
    {
        nint stride = _x.Stride;
        nint tileRows = _tileRows;
        var k = 0;
        for (; k + 4 <= _x.Columns; k += 4)
        {
            for (nint row = 0; row < rows; row += 4)
            {
                var block = Math.Min(row, rows - 4);
                Transposition.Four(source + (block * stride) + k, stride, destination + block, tileRows);
            }

            destination += 4 * tileRows;
        }

        return k;
    }
}
