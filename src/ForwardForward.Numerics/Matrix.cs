using System.Runtime.InteropServices;

namespace ForwardForward.Numerics;

/// <summary>
/// Owner of a row-major float32 matrix <c>[rows, columns]</c> in native memory, aligned to 64 bytes and zero at first.
/// </summary>
/// <remarks>Rows follow one another without a gap. Pass <see cref="View"/> around; dispose the owner once, last.</remarks>
public sealed unsafe class Matrix : IDisposable
{
    private const nuint Alignment = 64;
    private float* _data;

    /// <summary>Allocates a zero matrix <c>[rows, columns]</c>; either may be 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative, or the matrix has more than 2^31 - 1 values.</exception>
    public Matrix(int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)rows * columns, int.MaxValue);
        Rows = rows;
        Columns = columns;
        var bytes = (nuint)Math.Max(1, (long)rows * columns) * sizeof(float);
        _data = (float*)NativeMemory.AlignedAlloc(bytes, Alignment);
        NativeMemory.Clear(_data, bytes);
        GC.AddMemoryPressure((long)bytes);
    }

    /// <summary>Frees native memory that was never disposed of.</summary>
    ~Matrix() => Free();

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>All values, row after row: <c>[rows * columns]</c>.</summary>
    public Span<float> Values => new(Data, Rows * Columns);

    /// <summary>The whole matrix as a view.</summary>
    public MatrixView View => new(this, Data, Rows, Columns, Columns);

    /// <summary>One value.</summary>
    public ref float this[int row, int column] => ref View[row, column];

    private float* Data => _data != null ? _data : throw new ObjectDisposedException(nameof(Matrix));

    /// <summary>A matrix is its own whole view.</summary>
    public static implicit operator MatrixView(Matrix matrix) => matrix.View;

    /// <summary>One row, <c>[columns]</c>.</summary>
    public Span<float> Row(int row) => View.Row(row);

    /// <summary>Rows <paramref name="start"/> to <paramref name="start"/> + <paramref name="count"/> - 1 as a view.</summary>
    public MatrixView RowRange(int start, int count) => View.RowRange(start, count);

    /// <inheritdoc/>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        if (_data == null)
        {
            return;
        }

        NativeMemory.AlignedFree(_data);
        _data = null;
        GC.RemoveMemoryPressure(Math.Max(1, (long)Rows * Columns) * sizeof(float));
    }
}
