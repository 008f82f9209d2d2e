using System.Numerics.Tensors;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Numerics.Rows;

/// <summary>Sums some columns, row by row.</summary>
internal readonly unsafe struct ColumnSumsJob(MatrixView x, float* sums) : IPieceJob
{
    /// <summary>Columns of one piece; their sums stay in the first-level cache.</summary>
    public const int PieceColumns = 256;

    private readonly MatrixView _x = x;
    private readonly float* _sums = sums;

    public void Run(int piece)
    {
        var first = piece * PieceColumns;
        var columns = Math.Min(PieceColumns, _x.Columns - first);
        var sums = new Span<float>(_sums + first, columns);
        sums.Clear();
        for (var row = 0; row < _x.Rows; row++)
        {
            TensorPrimitives.Add(sums, _x.Row(row).Slice(first, columns), sums);
        }
    }
}
