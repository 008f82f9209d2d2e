using System.Numerics;
using System.Runtime.Intrinsics;
using ForwardForward.Numerics.Gemm.Kernels;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Numerics.Sparse;

/// <summary>Lists the non-zeros of each column of <c>x</c>, live rows only, in their order. One piece lists 64 columns.</summary>
/// <param name="x">The inputs, <c>[batch, in]</c>.</param>
/// <param name="live">The rows that count.</param>
/// <param name="liveCount">How many rows count.</param>
/// <param name="extra">One more row, <c>[in]</c>, or null.</param>
/// <param name="entries">Receives <c>[in, depth]</c> entries, each column's at its front.</param>
/// <param name="counts">Receives the number of entries of each column, <c>[in]</c>.</param>
internal readonly unsafe struct ColumnEntries(MatrixView x, int* live, int liveCount, float* extra, Entry* entries, int* counts) : IPieceJob
{
    /// <summary>Columns of one piece.</summary>
    public const int PieceColumns = 64;

    private readonly MatrixView _x = x;
    private readonly int* _live = live;
    private readonly int _liveCount = liveCount;
    private readonly float* _extra = extra;
    private readonly Entry* _entries = entries;
    private readonly int* _counts = counts;

    public void Run(int piece)
    {
        var first = piece * PieceColumns;
        var columns = Math.Min(PieceColumns, _x.Columns - first);
        var depth = _liveCount + (_extra == null ? 0 : 1);
        var entries = _entries + ((nint)first * depth);
        var counts = _counts + first;
        new Span<int>(counts, columns).Clear();
        for (var i = 0; i < depth; i++)
        {
            var source = (i < _liveCount ? _x.Data + ((nint)_live[i] * _x.Stride) : _extra) + first;
            Append(source, columns, i * Panel.Width, entries, depth, counts);
        }
    }

    private static void Append(float* source, int columns, int offset, Entry* entries, int depth, int* counts)
    {
        var i = 0;
        for (; Vector256.IsHardwareAccelerated && i + 8 <= columns; i += 8)
        {
            for (var mask = NonZeros.MaskOf(source + i); mask != 0; mask &= mask - 1)
            {
                var column = i + BitOperations.TrailingZeroCount(mask);
                entries[((nint)column * depth) + counts[column]++] = new Entry(offset, source[column]);
            }
        }

        for (; i < columns; i++)
        {
            if (source[i] != 0)
            {
                entries[((nint)i * depth) + counts[i]++] = new Entry(offset, source[i]);
            }
        }
    }
}
