using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ForwardForward.Numerics.Gemm.Kernels;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Numerics.Sparse;

/// <summary>Fills <see cref="RowLists"/>. One piece lists one block of the inner index.</summary>
/// <param name="x">The left operand, <c>[rows, in]</c>.</param>
/// <param name="masks">Its non-zeros, from <see cref="RowMasks"/>.</param>
/// <param name="lists">Where the lists go; a block needs room for units times its depth and <see cref="Slack"/>.</param>
/// <param name="blockDepth">Steps of a block, a multiple of 64.</param>
internal readonly unsafe struct ListRows(MatrixView x, ulong* masks, RowLists lists, int blockDepth) : IPieceJob
{
    /// <summary>Entries that are written beyond the end of a list.</summary>
    public const int Slack = 16;

    private const int WordBits = 64;
    private readonly MatrixView _x = x;
    private readonly ulong* _masks = masks;
    private readonly RowLists _lists = lists;
    private readonly int _blockDepth = blockDepth;

    /// <summary>Blocks of the inner index; an empty one has one, in which results are set to their start.</summary>
    public static int Blocks(int depth, int blockDepth) => Math.Max(1, (depth + blockDepth - 1) / blockDepth);

    public void Run(int piece)
    {
        var words = RowMasks.WordsFor(_x.Columns);
        var firstWord = piece * (_blockDepth / WordBits);
        var endWord = Math.Min(words, firstWord + (_blockDepth / WordBits));
        var starts = _lists.Starts + ((nint)piece * (_lists.UnitCount + 1));
        var found = 0;
        for (var unit = 0; unit < _lists.UnitCount; unit++)
        {
            starts[unit] = found;
            var row = _lists.Rows[unit];
            var isPair = unit < _lists.PairCount;
            var other = isPair ? _lists.Rows[_lists.UnitCount + unit] : row;
            for (var word = firstWord; word < endWord; word++)
            {
                var mask = _masks[((nint)row * words) + word] | _masks[((nint)other * words) + word];
                Append(Row(row), Row(other), word * WordBits, mask, isPair, (piece * _lists.BlockEntries) + found);
                found += BitOperations.PopCount(mask);
            }
        }

        starts[_lists.UnitCount] = found;
    }

    private void Append(float* first, float* second, int column, ulong mask, bool isPair, nint at)
    {
        if (Avx512F.IsSupported && column + WordBits <= _x.Columns)
        {
            AppendVectors(first + column, second + column, column, mask, isPair, at);
            return;
        }

        for (; mask != 0; mask &= mask - 1, at++)
        {
            var i = column + BitOperations.TrailingZeroCount(mask);
            _lists.Offsets[at] = i * Panel.Width;
            _lists.Firsts[at] = first[i];
            _lists.Seconds[at] = second[i];
        }
    }

    /// <summary>Sixteen columns at a time; what lies behind the last entry is written over by the next list.</summary>
    private void AppendVectors(float* first, float* second, int column, ulong mask, bool isPair, nint at)
    {
        var places = (Vector512<int>.Indices + Vector512.Create(column)) * Panel.Width;
        for (var i = 0; i < WordBits; i += 16, mask >>= 16, places += Vector512.Create(16 * Panel.Width))
        {
            var (a, b) = (Vector512.Load(first + i), Vector512.Load(second + i));
            var lanes = ~(Vector512.Equals(a, Vector512<float>.Zero) & Vector512.Equals(b, Vector512<float>.Zero));
            Avx512F.Compress(Vector512<int>.Zero, lanes.AsInt32(), places).Store(_lists.Offsets + at);
            Avx512F.Compress(Vector512<float>.Zero, lanes, a).Store(_lists.Firsts + at);
            if (isPair)
            {
                Avx512F.Compress(Vector512<float>.Zero, lanes, b).Store(_lists.Seconds + at);
            }

            at += BitOperations.PopCount((uint)mask & 0xffff);
        }
    }

    private float* Row(int row) => _x.Data + ((nint)row * _x.Stride);
}
