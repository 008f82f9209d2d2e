using System.Numerics.Tensors;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Numerics.Rows;

/// <summary>Normalises a few rows; a row is still in the first-level cache when it is scaled.</summary>
internal readonly unsafe struct NormaliseJob(MatrixView x, float epsilon, MatrixView y, float* sums, int rowsPerPiece) : IPieceJob
{
    private readonly MatrixView _x = x;
    private readonly float _epsilon = epsilon;
    private readonly MatrixView _y = y;
    private readonly float* _sums = sums;
    private readonly int _rowsPerPiece = rowsPerPiece;

    public void Run(int piece)
    {
        var end = Math.Min(_x.Rows, (piece + 1) * _rowsPerPiece);
        for (var row = piece * _rowsPerPiece; row < end; row++)
        {
            var values = _x.Row(row);
            var sum = RowSums.OfSquares(values);
            if (_sums != null)
            {
                _sums[row] = sum;
            }

            TensorPrimitives.Multiply(values, 1 / (_epsilon + MathF.Sqrt(sum / values.Length)), _y.Row(row));
        }
    }
}
