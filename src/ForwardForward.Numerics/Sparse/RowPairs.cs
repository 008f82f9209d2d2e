using System.Numerics;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Numerics.Sparse;

/// <summary>
/// Finds rows whose non-zeros lie in much the same places, such as the positive and the neutral row of one image. Walked together, two
/// rows read every weight once for both, and what one of them multiplies by its zeros changes nothing.
/// </summary>
internal sealed unsafe class RowPairs : IDisposable
{
    /// <summary>
    /// A pair takes as long as its union times eight multiply-adds, a single row its non-zeros times four at 0.6 of that speed (raw kernels
    /// on 512 bits): it pays up to a union of about 1.6 rows; a little less makes up for finding it.
    /// </summary>
    private const double LargestUnion = 1.5;

    /// <summary>So alike that no better partner is looked for.</summary>
    private const double Alike = 1.15;

    /// <summary>Rows that are looked at for one partner.</summary>
    private const int Window = 128;

    /// <summary>Of the words of long rows only every other is looked at.</summary>
    private const int ManyWords = 8;
    private readonly NativeBuffer _masks = new();
    private readonly NativeBuffer _rows = new();
    private readonly NativeBuffer _taken = new();

    /// <summary>Pairs come first, then single rows.</summary>
    public int PairCount { get; private set; }

    /// <summary>Pairs and single rows.</summary>
    public int UnitCount { get; private set; }

    /// <summary>The row of every unit, then the other row of every pair.</summary>
    public int* Rows => (int*)_rows.Data;

    /// <summary>Non-zeros of all rows, from <see cref="RowMasks"/>.</summary>
    public ulong* Masks => (ulong*)_masks.Data;

    /// <summary>The rows of a unit; the second is -1 when the first one is alone.</summary>
    public (int Row, int Other) this[int unit] => (Rows[unit], unit < PairCount ? Rows[UnitCount + unit] : -1);

    /// <summary>Marks the non-zeros of a matrix and pairs its rows.</summary>
    public void Find(Workers workers, MatrixView x)
    {
        var words = RowMasks.WordsFor(x.Columns);
        var masks = (ulong*)_masks.Reserve(2L * words * x.Rows);
        workers.Run(new RowMasks(x, masks), RowMasks.Pieces(x.Rows));
        Pair(masks, x.Rows, words);
    }

    public void Dispose()
    {
        _masks.Dispose();
        _rows.Dispose();
        _taken.Dispose();
    }

    private void Pair(ulong* masks, int rows, int words)
    {
        var firsts = (int*)_rows.Reserve(3L * rows);
        var seconds = firsts + rows;
        var singles = seconds + rows;
        var taken = new Span<int>(_taken.Reserve(rows), rows);
        taken.Clear();
        var (pairs, single, distance) = (0, 0, 0);
        for (var row = 0; row < rows; row++)
        {
            if (taken[row] != 0)
            {
                continue;
            }

            var partner = Partner(masks, rows, words, taken, row, distance);
            if (partner < 0)
            {
                singles[single++] = row;
                continue;
            }

            (firsts[pairs], seconds[pairs++]) = (row, partner);
            taken[partner] = 1;
            distance = partner - row;
        }

        (PairCount, UnitCount) = (pairs, pairs + single);
        new Span<int>(singles, single).CopyTo(new Span<int>(firsts + pairs, single));
        new Span<int>(seconds, pairs).CopyTo(new Span<int>(firsts + UnitCount, pairs));
    }

    /// <summary>The free row after this one that is most like it, or -1; the distance of the last pair is tried first.</summary>
    private static int Partner(ulong* masks, int rows, int words, Span<int> taken, int row, int distance)
    {
        var best = -1;
        var smallest = LargestUnion;
        if (distance > 0 && row + distance < rows && taken[row + distance] == 0)
        {
            var share = UnionShare(masks, words, row, row + distance);
            if (share <= Alike)
            {
                return row + distance;
            }
        }

        for (var other = row + 1; other < Math.Min(rows, row + 1 + Window); other++)
        {
            if (taken[other] == 0 && UnionShare(masks, words, row, other) is var share && share < smallest)
            {
                (best, smallest) = (other, share);
            }
        }

        return best;
    }

    /// <summary>Non-zeros of either row by the mean of both; 2 for rows that have nothing in common.</summary>
    private static double UnionShare(ulong* masks, int words, int row, int other)
    {
        var a = masks + ((nint)row * words);
        var b = masks + ((nint)other * words);
        var (union, both) = (0, 0);
        for (var word = 0; word < words; word += words > ManyWords ? 2 : 1)
        {
            union += BitOperations.PopCount(a[word] | b[word]);
            both += BitOperations.PopCount(a[word] & b[word]);
        }

        return 2.0 * union / Math.Max(1, union + both);
    }
}
