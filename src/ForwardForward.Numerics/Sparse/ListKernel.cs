using System.Runtime.CompilerServices;
using ForwardForward.Numerics.Gemm.Kernels;

namespace ForwardForward.Numerics.Sparse;

/// <summary>
/// The inner loop of <see cref="RowLists"/>: four vectors of a row, or of each row of a pair, stay in registers while their non-zeros are
/// walked in order. Leaving a zero out changes nothing: <c>0 b + c = c</c> for finite b, and -0 is made +0 at the end.
/// </summary>
internal static unsafe class ListKernel<T, TOperations>
    where T : struct
    where TOperations : struct, IVectorOperations<T>
{
    /// <summary>Units from <paramref name="first"/> to <paramref name="end"/> - 1 in one block of the inner index.</summary>
    /// <param name="lists">The left operand.</param>
    /// <param name="block">The block.</param>
    /// <param name="first">First unit.</param>
    /// <param name="end">One past the last unit.</param>
    /// <param name="b">Right operand at the first column.</param>
    /// <param name="panelStride">Floats from one panel to the next.</param>
    /// <param name="columns">Columns, rounded up to pairs of vectors.</param>
    /// <param name="target">Where row 0 starts from and goes to.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(in RowLists lists, int block, int first, int end, float* b, nint panelStride, int columns, in ListTarget target)
    {
        for (var column = 0; column < columns; column += 4 * TOperations.Width)
        {
            var isWide = columns - column > 2 * TOperations.Width;
            var b0 = b + (column / Panel.Width * panelStride) + (column % Panel.Width);
            var next = column + (2 * TOperations.Width);
            var b1 = b + (next / Panel.Width * panelStride) + (next % Panel.Width);
            var pairs = Math.Min(end, lists.PairCount);
            for (var unit = first; unit < pairs; unit++)
            {
                AskAhead(target, column, unit - first);
                var (row, other) = (lists.Rows[unit], lists.Rows[lists.UnitCount + unit]);
                if (isWide)
                {
                    Pair<Count2>(lists, block, unit, b0, b1, target.Tile(row, column), target.Tile(other, column));
                }
                else
                {
                    Pair<Count1>(lists, block, unit, b0, b1, target.Tile(row, column), target.Tile(other, column));
                }
            }

            for (var unit = Math.Max(first, lists.PairCount); unit < end; unit++)
            {
                AskAhead(target, column, unit - first);
                if (isWide)
                {
                    Single<Count2>(lists, block, unit, b0, b1, target.Tile(lists.Rows[unit], column));
                }
                else
                {
                    Single<Count1>(lists, block, unit, b0, b1, target.Tile(lists.Rows[unit], column));
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AskAhead(in ListTarget target, int column, int unit)
    {
        if (column == 0)
        {
            target.Ahead.Ask(unit);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Single<TPairs>(in RowLists lists, int block, int unit, float* b0, float* b1, in ProductTile tile)
        where TPairs : struct, ICount
    {
        var start = lists.Start(block, unit, out var count);
        var offsets = lists.Offsets + start;
        var values = lists.Firsts + start;
        var c0 = tile.Start<T, TOperations>(0, 0);
        var c1 = tile.Start<T, TOperations>(0, 1);
        var c2 = TPairs.Value > 1 ? tile.Start<T, TOperations>(0, 2) : default;
        var c3 = TPairs.Value > 1 ? tile.Start<T, TOperations>(0, 3) : default;
        for (nint i = 0; i < count; i++)
        {
            nint offset = offsets[i];
            var x = TOperations.Broadcast(values[i]);
            c0 = TOperations.MultiplyAdd(x, TOperations.Load(b0 + offset), c0);
            c1 = TOperations.MultiplyAdd(x, TOperations.Load(b0 + offset + TOperations.Width), c1);
            if (TPairs.Value > 1)
            {
                c2 = TOperations.MultiplyAdd(x, TOperations.Load(b1 + offset), c2);
                c3 = TOperations.MultiplyAdd(x, TOperations.Load(b1 + offset + TOperations.Width), c3);
            }
        }

        Finish<TPairs>(tile, c0, c1, c2, c3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pair<TPairs>(in RowLists lists, int block, int unit, float* b0, float* b1, in ProductTile tile, in ProductTile other)
        where TPairs : struct, ICount
    {
        var start = lists.Start(block, unit, out var count);
        var offsets = lists.Offsets + start;
        var firsts = lists.Firsts + start;
        var seconds = lists.Seconds + start;
        var c0 = tile.Start<T, TOperations>(0, 0);
        var c1 = tile.Start<T, TOperations>(0, 1);
        var c2 = TPairs.Value > 1 ? tile.Start<T, TOperations>(0, 2) : default;
        var c3 = TPairs.Value > 1 ? tile.Start<T, TOperations>(0, 3) : default;
        var d0 = other.Start<T, TOperations>(0, 0);
        var d1 = other.Start<T, TOperations>(0, 1);
        var d2 = TPairs.Value > 1 ? other.Start<T, TOperations>(0, 2) : default;
        var d3 = TPairs.Value > 1 ? other.Start<T, TOperations>(0, 3) : default;
        for (nint i = 0; i < count; i++)
        {
            nint offset = offsets[i];
            var x = TOperations.Broadcast(firsts[i]);
            var y = TOperations.Broadcast(seconds[i]);
            var w = TOperations.Load(b0 + offset);
            c0 = TOperations.MultiplyAdd(x, w, c0);
            d0 = TOperations.MultiplyAdd(y, w, d0);
            w = TOperations.Load(b0 + offset + TOperations.Width);
            c1 = TOperations.MultiplyAdd(x, w, c1);
            d1 = TOperations.MultiplyAdd(y, w, d1);
            if (TPairs.Value > 1)
            {
                w = TOperations.Load(b1 + offset);
                c2 = TOperations.MultiplyAdd(x, w, c2);
                d2 = TOperations.MultiplyAdd(y, w, d2);
                w = TOperations.Load(b1 + offset + TOperations.Width);
                c3 = TOperations.MultiplyAdd(x, w, c3);
                d3 = TOperations.MultiplyAdd(y, w, d3);
            }
        }

        Finish<TPairs>(tile, c0, c1, c2, c3);
        Finish<TPairs>(other, d0, d1, d2, d3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish<TPairs>(in ProductTile tile, T c0, T c1, T c2, T c3)
        where TPairs : struct, ICount
    {
        tile.Finish<T, TOperations>(0, 0, c0);
        tile.Finish<T, TOperations>(0, 1, c1);
        if (TPairs.Value > 1)
        {
            tile.Finish<T, TOperations>(0, 2, c2);
            tile.Finish<T, TOperations>(0, 3, c3);
        }
    }
}
