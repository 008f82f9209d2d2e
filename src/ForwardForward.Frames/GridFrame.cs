namespace ForwardForward.Frames;

/// <summary>Named rows by named columns: class scores, the next character, layer statistics, a study's heat map.</summary>
public sealed record GridFrame : Frame
{
    /// <summary>Makes a frame.</summary>
    /// <param name="step">Mini-batches done.</param>
    /// <param name="rows">Names of the rows.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="values">The cells, <c>[rows, columns]</c>.</param>
    /// <exception cref="ArgumentException">The values do not fill the grid.</exception>
    public GridFrame(long step, IReadOnlyList<string> rows, IReadOnlyList<GridColumn> columns, float[] values)
        : base(step)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(values);
        if ((long)rows.Count * columns.Count != values.Length)
        {
            throw new ArgumentException($"{values.Length} values do not fill a grid of {rows.Count} rows and {columns.Count} columns.");
        }

        (Rows, Columns, Values) = (rows, columns, values);
    }

    /// <inheritdoc/>
    public override FrameKind Kind => FrameKind.Grid;

    /// <summary>Names of the rows.</summary>
    public IReadOnlyList<string> Rows { get; }

    /// <summary>The columns.</summary>
    public IReadOnlyList<GridColumn> Columns { get; }

    /// <summary>The cells, <c>[rows, columns]</c>.</summary>
    public float[] Values { get; }

    /// <summary>How it is best drawn.</summary>
    public GridDisplay Display { get; init; }

    /// <summary>What stands out; null for nothing.</summary>
    /// <exception cref="ArgumentException">It is not in the grid.</exception>
    public GridMark? Mark
    {
        get;
        init => field = value is null || ((value.Row ?? 0) >= 0 && (value.Row ?? -1) < Rows.Count && (value.Column ?? 0) >= 0 && (value.Column ?? -1) < Columns.Count)
            ? value
            : throw new ArgumentException($"The mark at row {value.Row}, column {value.Column} is not in a grid of {Rows.Count} rows and {Columns.Count} columns.");
    }

    /// <summary>One cell.</summary>
    public float At(int row, int column) => Values[(row * Columns.Count) + column];
}
