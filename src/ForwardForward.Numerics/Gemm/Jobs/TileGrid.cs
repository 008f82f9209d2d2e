using ForwardForward.Numerics.Gemm.Kernels;

namespace ForwardForward.Numerics.Gemm.Jobs;

/// <summary>
/// How an output of <c>[rows, columns]</c> is cut into pieces of whole tiles: over columns first, since a panel of the right operand is
/// then read by one thread only, and over rows when there are too few panels or more rows than the second-level cache holds.
/// </summary>
internal readonly struct TileGrid
{
    private const int PiecesPerThread = 4;
    private const int MaximumPanels = 16;
    private readonly int _rows;
    private readonly int _tileRows;
    private readonly int _tilesPerPiece;
    private readonly int _panels;
    private readonly int _panelsPerPiece;
    private readonly int _pieceRows;

    public TileGrid(int rows, int columns, int tileRows, int maximumRows, int threads)
    {
        var tiles = Ceiling(rows, tileRows);
        var wanted = threads == 1 ? 1 : PiecesPerThread * threads;
        (_rows, _tileRows, _panels) = (rows, tileRows, Panel.CountFor(columns));
        _panelsPerPiece = EvenPanels(_panels, Math.Clamp(_panels / wanted, 1, MaximumPanels), threads);
        var pieceColumns = Ceiling(_panels, _panelsPerPiece);
        var parts = Math.Max(Ceiling(rows, maximumRows), Math.Min(tiles, Ceiling(wanted, Math.Max(1, pieceColumns))));
        _tilesPerPiece = Math.Max(1, Ceiling(tiles, Math.Max(1, parts)));
        _pieceRows = Ceiling(tiles, _tilesPerPiece);
        Pieces = _pieceRows * pieceColumns;
    }

    /// <summary>Number of pieces; 0 when the output is empty.</summary>
    public int Pieces { get; }

    /// <summary>First and one past the last tile of a piece.</summary>
    public (int First, int End) Tiles(int piece)
    {
        var first = piece % _pieceRows * _tilesPerPiece;
        return (first, Math.Min(Ceiling(_rows, _tileRows), first + _tilesPerPiece));
    }

    /// <summary>First and one past the last panel of a piece.</summary>
    public (int First, int End) Panels(int piece)
    {
        var first = piece / _pieceRows * _panelsPerPiece;
        return (first, Math.Min(_panels, first + _panelsPerPiece));
    }

    /// <summary>Rows of one tile that are in use.</summary>
    public int RowsOf(int tile) => Math.Min(_tileRows, _rows - (tile * _tileRows));

    /// <summary>At most so many panels a piece that no thread has much more to do than another when all pieces are taken.</summary>
    private static int EvenPanels(int panels, int most, int threads)
    {
        const double Tolerated = 1.03;
        var (best, smallest) = (most, double.MaxValue);
        for (var each = most; each >= 1 && smallest > Tolerated; each--)
        {
            var busiest = Ceiling(Ceiling(panels, each), threads) * each;
            if ((double)busiest * threads / panels is var imbalance && imbalance < smallest)
            {
                (best, smallest) = (each, imbalance);
            }
        }

        return best;
    }

    private static int Ceiling(int value, int unit) => (value + unit - 1) / unit;
}
