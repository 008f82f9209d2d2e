using System.Numerics.Tensors;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Numerics.Rows;

/// <summary>Scales a few rows, each by its own factor.</summary>
internal readonly unsafe struct ScaleJob(MatrixView x, float* factors, MatrixView y, int rowsPerPiece) : IPieceJob
{
    private readonly MatrixView _x = x;
    private readonly float* _factors = factors;
    private readonly MatrixView _y = y;
    private readonly int _rowsPerPiece = rowsPerPiece;

    public void Run(int piece)
    {
        var end = Math.Min(_x.Rows, (piece + 1) * _rowsPerPiece);
        for (var row = piece * _rowsPerPiece; row < end; row++)
        {
            TensorPrimitives.Multiply(_x.Row(row), _factors[row], _y.Row(row));
        }
    }
}
