using System.Runtime.Intrinsics;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Numerics.Sparse;

/// <summary>Marks the non-zeros of every row with one bit each; NaN is not zero. One piece marks a few rows.</summary>
/// <param name="x">The left operand, <c>[rows, in]</c>.</param>
/// <param name="masks">Receives <c>[rows, WordsFor(in)]</c>; bits beyond the last column are 0.</param>
internal readonly unsafe struct RowMasks(MatrixView x, ulong* masks) : IPieceJob
{
    private const int WordBits = 64;
    private const int PieceRows = 16;
    private readonly MatrixView _x = x;
    private readonly ulong* _masks = masks;

    /// <summary>Words that hold the bits of one row.</summary>
    public static int WordsFor(int columns) => (columns + WordBits - 1) / WordBits;

    /// <summary>How many pieces so many rows make.</summary>
    public static int Pieces(int rows) => (rows + PieceRows - 1) / PieceRows;

    public void Run(int piece)
    {
        var words = WordsFor(_x.Columns);
        for (var row = piece * PieceRows; row < Math.Min(_x.Rows, (piece + 1) * PieceRows); row++)
        {
            var values = _x.Data + ((nint)row * _x.Stride);
            for (var word = 0; word < words; word++)
            {
                _masks[((nint)row * words) + word] = Word(values + (word * WordBits), Math.Min(WordBits, _x.Columns - (word * WordBits)));
            }
        }
    }

    private static ulong Word(float* values, int count)
    {
        var zeros = 0UL;
        var i = 0;
        for (; Vector512.IsHardwareAccelerated && i + 16 <= count; i += 16)
        {
            zeros |= Vector512.Equals(Vector512.Load(values + i), Vector512<float>.Zero).ExtractMostSignificantBits() << i;
        }

        for (; i + 4 <= count; i += 4)
        {
            zeros |= (ulong)Vector128.Equals(Vector128.Load(values + i), Vector128<float>.Zero).ExtractMostSignificantBits() << i;
        }

        for (; i < count; i++)
        {
            zeros |= (values[i] == 0 ? 1UL : 0) << i;
        }

        return ~zeros & (ulong.MaxValue >> (WordBits - count));
    }
}
