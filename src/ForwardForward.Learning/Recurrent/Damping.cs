using System.Numerics.Tensors;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Learning.Recurrent;

/// <summary>
/// <c>h &lt;- kept h + (1 - kept) y</c>, <c>[rows, units]</c> (paper, section 3.4: 0.3 of the old activity, 0.7 of the new). What holds of
/// activities holds of their products with weights.
/// </summary>
internal readonly struct Damping(float kept, MatrixView computed, MatrixView activities) : IPieceJob
{
    private const int RowsPerPiece = 8;
    private readonly float _kept = kept;
    private readonly MatrixView _computed = computed;
    private readonly MatrixView _activities = activities;

    /// <summary>Does all rows.</summary>
    public void Share(Workers workers) => workers.Run(this, (_activities.Rows + RowsPerPiece - 1) / RowsPerPiece);

    public void Run(int piece)
    {
        var end = Math.Min(_activities.Rows, (piece + 1) * RowsPerPiece);
        for (var row = piece * RowsPerPiece; row < end; row++)
        {
            var h = _activities.Row(row);
            TensorPrimitives.Multiply(h, _kept, h);
            TensorPrimitives.MultiplyAdd(_computed.Row(row), 1 - _kept, h, h);
        }
    }
}
