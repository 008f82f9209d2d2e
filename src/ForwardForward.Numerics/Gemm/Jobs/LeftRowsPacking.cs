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
        for (var row = 0; row < rows; row++)
        {
            var source = _x.Data + ((nint)(first + row) * _x.Stride);
            var destination = _packed + ((nint)first * _x.Columns) + row;
            for (var k = 0; k < _x.Columns; k++)
            {
                destination[(nint)k * _tileRows] = source[k];
            }
        }
    }
}
