namespace ForwardForward.Numerics;

/// <summary>A window <c>[rows, columns]</c> into a <see cref="Matrix"/>; rows lie <see cref="Stride"/> floats apart.</summary>
/// <remarks>It keeps its owner alive but not undisposed: do not use a view after its owner was disposed of.</remarks>
public readonly unsafe struct MatrixView
{
    private readonly Matrix _owner;

    internal MatrixView(Matrix owner, float* data, int rows, int columns, int stride)
    {
        _owner = owner;
        Data = data;
        Rows = rows;
        Columns = columns;
        Stride = stride;
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>Distance in floats from one row to the next.</summary>
    public int Stride { get; }

    internal float* Data { get; }

    /// <summary>One value.</summary>
    public ref float this[int row, int column] => ref Row(row)[column];

    /// <summary>One row, <c>[columns]</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public Span<float> Row(int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Rows, nameof(row));
        return new Span<float>(Data + ((long)row * Stride), Columns);
    }

    /// <summary>The rows from <paramref name="start"/> on, <c>[count, columns]</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range leaves the view.</exception>
    public MatrixView RowRange(int start, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)start + count, Rows, nameof(count));
        return new MatrixView(_owner, Data + ((long)start * Stride), count, Columns, Stride);
    }

    /// <summary>The columns from <paramref name="start"/> on, <c>[rows, count]</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range leaves the view.</exception>
    public MatrixView ColumnRange(int start, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)start + count, Columns, nameof(count));
        return new MatrixView(_owner, Data + start, Rows, count, Stride);
    }

    /// <summary>The same values in rows of another length, <c>[rows, columns]</c>.</summary>
    /// <exception cref="ArgumentException">The number of values differs, or there are gaps between the rows.</exception>
    public MatrixView Reshape(int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        if ((long)rows * columns != (long)Rows * Columns || (Stride != Columns && Rows > 1))
        {
            throw new ArgumentException($"A view [{Rows}, {Columns}] with rows {Stride} values apart cannot be seen as [{rows}, {columns}].", nameof(rows));
        }

        return new MatrixView(_owner, Data, rows, columns, columns);
    }

    /// <summary>Copies every value into <paramref name="destination"/> of the same shape.</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public void CopyTo(MatrixView destination)
    {
        if (destination.Rows != Rows || destination.Columns != Columns)
        {
            throw new ArgumentException(
                $"The destination is [{destination.Rows}, {destination.Columns}]; it must be [{Rows}, {Columns}].", nameof(destination));
        }

        for (var row = 0; row < Rows; row++)
        {
            Row(row).CopyTo(destination.Row(row));
        }
    }

    /// <summary>Sets every value.</summary>
    public void Fill(float value)
    {
        for (var row = 0; row < Rows; row++)
        {
            Row(row).Fill(value);
        }
    }
}
