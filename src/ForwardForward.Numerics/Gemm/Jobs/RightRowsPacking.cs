using System.Runtime.CompilerServices;
using ForwardForward.Numerics.Gemm.Kernels;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Numerics.Gemm.Jobs;

/// <summary>Packs rows of <c>dz</c> as right operand, panel by panel <c>[live rows, 32]</c>. One piece packs one panel.</summary>
/// <param name="dz">The derivatives, <c>[batch, out]</c>.</param>
/// <param name="live">The rows that count, in their order.</param>
/// <param name="liveCount">How many rows count.</param>
/// <param name="extra">One more row, <c>[out]</c>, or null.</param>
/// <param name="packed">Receives <c>[panels, depth, 32]</c>.</param>
internal readonly unsafe struct RightRowsPacking(MatrixView dz, int* live, int liveCount, float* extra, float* packed) : IPieceJob
{
    private readonly MatrixView _dz = dz;
    private readonly int* _live = live;
    private readonly int _liveCount = liveCount;
    private readonly float* _extra = extra;
    private readonly float* _packed = packed;

    public void Run(int piece)
    {
        var first = piece * Panel.Width;
        var columns = Panel.ColumnsOf(piece, _dz.Columns);
        var depth = _liveCount + (_extra == null ? 0 : 1);
        var destination = _packed + ((nint)first * depth);
        for (var i = 0; i < depth; i++)
        {
            var source = (i < _liveCount ? _dz.Data + ((nint)_live[i] * _dz.Stride) : _extra) + first;
            if (columns == Panel.Width)
            {
                Unsafe.CopyBlockUnaligned(destination, source, Panel.Width * sizeof(float));
            }
            else
            {
                new ReadOnlySpan<float>(source, columns).CopyTo(new Span<float>(destination, columns));
                new Span<float>(destination + columns, Panel.Width - columns).Clear();
            }

            destination += Panel.Width;
        }
    }
}
