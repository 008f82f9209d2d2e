using System.Runtime.CompilerServices;
using ForwardForward.Numerics.Gemm.Kernels;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Numerics.Gemm.Jobs;

/// <summary>
/// Packs rows of <c>dz</c> as right operand, panel by panel <c>[live rows, 32]</c>. One piece packs a few panels side by
/// side, since a stretch of a row is read faster than many small ones.
/// </summary>
/// <param name="dz">The derivatives, <c>[batch, out]</c>.</param>
/// <param name="live">The rows that count, in their order.</param>
/// <param name="liveCount">How many rows count.</param>
/// <param name="extra">One more row, <c>[out]</c>, or null.</param>
/// <param name="packed">Receives <c>[panels, depth, 32]</c>.</param>
internal readonly unsafe struct RightRowsPacking(MatrixView dz, int* live, int liveCount, float* extra, float* packed) : IPieceJob
{
    private const int PiecePanels = 4;
    private const int RowsAhead = 8;
    private readonly MatrixView _dz = dz;
    private readonly int* _live = live;
    private readonly int _liveCount = liveCount;
    private readonly float* _extra = extra;
    private readonly float* _packed = packed;

    /// <summary>How many pieces so many panels make.</summary>
    public static int Pieces(int panels) => (panels + PiecePanels - 1) / PiecePanels;

    public void Run(int piece)
    {
        var depth = _liveCount + (_extra == null ? 0 : 1);
        var first = piece * PiecePanels;
        var end = Math.Min(Panel.CountFor(_dz.Columns), first + PiecePanels);
        for (var i = 0; i < depth; i++)
        {
            if (i + RowsAhead < _liveCount)
            {
                Prefetching.Lines(Row(i + RowsAhead) + (first * Panel.Width), PiecePanels * Panel.Width);
            }

            for (var panel = first; panel < end; panel++)
            {
                Copy(Row(i) + (panel * Panel.Width), Panel.ColumnsOf(panel, _dz.Columns), _packed + ((((nint)panel * depth) + i) * Panel.Width));
            }
        }
    }

    private static void Copy(float* source, int columns, float* destination)
    {
        if (columns == Panel.Width)
        {
            Unsafe.CopyBlockUnaligned(destination, source, Panel.Width * sizeof(float));
            return;
        }

        new ReadOnlySpan<float>(source, columns).CopyTo(new Span<float>(destination, columns));
        new Span<float>(destination + columns, Panel.Width - columns).Clear();
    }

    private float* Row(int i) => i < _liveCount ? _dz.Data + ((nint)_live[i] * _dz.Stride) : _extra;
}
