namespace ForwardForward.Numerics.Sparse;

/// <summary>
/// How an output of <c>[rows, columns]</c> is cut for the sparse kernels: by groups of columns, whose part of the right operand fits the
/// second-level cache, and by rows only when there are too few groups for the threads.
/// </summary>
internal readonly struct SparseGrid
{
    private const int PiecesPerThread = 4;
    private readonly int _rows;
    private readonly int _columns;
    private readonly int _groupColumns;
    private readonly int _parts;

    public SparseGrid(int rows, int columns, int groupColumns, int threads)
    {
        (_rows, _columns, _groupColumns) = (rows, columns, groupColumns);
        var groups = (columns + groupColumns - 1) / groupColumns;
        var wanted = threads == 1 ? 1 : PiecesPerThread * threads;
        _parts = groups == 0 ? 1 : Math.Clamp((wanted + groups - 1) / groups, 1, Math.Max(1, rows));
        Pieces = rows == 0 ? 0 : groups * _parts;
    }

    /// <summary>Number of pieces; 0 when the output is empty.</summary>
    public int Pieces { get; }

    /// <summary>First and one past the last row of a piece.</summary>
    public (int First, int End) Rows(int piece)
    {
        var part = piece % _parts;
        return ((int)((long)_rows * part / _parts), (int)((long)_rows * (part + 1) / _parts));
    }

    /// <summary>First column of a piece, and how many there are.</summary>
    public (int First, int Count) Columns(int piece)
    {
        var first = piece / _parts * _groupColumns;
        return (first, Math.Min(_groupColumns, _columns - first));
    }
}
