using ForwardForward.Numerics.Threading;

namespace ForwardForward.Numerics.Rows;

/// <summary>Sums of squares of a few rows.</summary>
internal readonly unsafe struct SumOfSquaresJob(MatrixView x, float* sums, int rowsPerPiece) : IPieceJob
{
    private readonly MatrixView _x = x;
    private readonly float* _sums = sums;
    private readonly int _rowsPerPiece = rowsPerPiece;

    public void Run(int piece)
    {
        var end = Math.Min(_x.Rows, (piece + 1) * _rowsPerPiece);
        for (var row = piece * _rowsPerPiece; row < end; row++)
        {
            _sums[row] = RowSums.OfSquares(_x.Row(row));
        }
    }
}
