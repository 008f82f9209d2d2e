using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ForwardForward.Numerics.Gemm.Kernels;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Numerics.Gemm.Jobs;

/// <summary>
/// Packs columns of <c>x</c> as the left operand of <c>x^T dz</c>: tile by tile <c>[live rows, tileRows]</c>. One piece packs a few tiles
/// side by side, since a stretch of a row is read faster than many small ones.
/// </summary>
/// <param name="x">The inputs, <c>[batch, in]</c>.</param>
/// <param name="live">The rows that count, in their order.</param>
/// <param name="liveCount">How many rows count.</param>
/// <param name="extra">One more row, <c>[in]</c>, or null.</param>
/// <param name="tileRows">Columns of x in a tile.</param>
/// <param name="packed">Receives <c>[tiles, depth, tileRows]</c>.</param>
internal readonly unsafe struct LeftColumnsPacking(MatrixView x, int* live, int liveCount, float* extra, int tileRows, float* packed) : IPieceJob
{
    private const int PieceTiles = 4;
    private const int RowsAhead = 8;
    private readonly MatrixView _x = x;
    private readonly int* _live = live;
    private readonly int _liveCount = liveCount;
    private readonly float* _extra = extra;
    private readonly int _tileRows = tileRows;
    private readonly float* _packed = packed;

    /// <summary>How many pieces so many tiles make.</summary>
    public static int Pieces(int tiles) => (tiles + PieceTiles - 1) / PieceTiles;

    public void Run(int piece)
    {
        var depth = _liveCount + (_extra == null ? 0 : 1);
        var first = piece * PieceTiles;
        var end = Math.Min((_x.Columns + _tileRows - 1) / _tileRows, first + PieceTiles);
        for (var i = 0; i < depth; i++)
        {
            if (i + RowsAhead < _liveCount)
            {
                Prefetching.Lines(Row(i + RowsAhead) + (first * _tileRows), PieceTiles * _tileRows);
            }

            for (var tile = first; tile < end; tile++)
            {
                var column = tile * _tileRows;
                Copy(Row(i) + column, Math.Min(_tileRows, _x.Columns - column), _packed + ((nint)column * depth) + ((nint)i * _tileRows));
            }
        }
    }

    private float* Row(int i) => i < _liveCount ? _x.Data + ((nint)_live[i] * _x.Stride) : _extra;

    /// <summary>Copies a handful of values, four at a time; the last four may overlap those before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy(float* source, int count, float* destination)
    {
        if (count == 12)
        {
            Vector128.Load(source).Store(destination);
            Vector256.Load(source + 4).Store(destination + 4);
            return;
        }

        if (count < 4)
        {
            for (var i = 0; i < count; i++)
            {
                destination[i] = source[i];
            }

            return;
        }

        for (var i = 0; i < count; i += 4)
        {
            var at = Math.Min(i, count - 4);
            Vector128.Load(source + at).Store(destination + at);
        }
    }
}
