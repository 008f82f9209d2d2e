using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace ForwardForward.Numerics.Gemm;

/// <summary>The rows of a matrix that are not entirely zero, in their order.</summary>
internal sealed unsafe class LiveRows : IDisposable
{
    private readonly NativeBuffer _rows = new();

    /// <summary>How many rows are not zero.</summary>
    public int Count { get; private set; }

    /// <summary>Their numbers, ascending.</summary>
    public int* Rows => (int*)_rows.Data;

    public void Find(MatrixView matrix)
    {
        var rows = (int*)_rows.Reserve(matrix.Rows);
        Count = 0;
        for (var row = 0; row < matrix.Rows; row++)
        {
            if (!IsZero(matrix.Row(row)))
            {
                rows[Count++] = row;
            }
        }
    }

    public void Dispose() => _rows.Dispose();

    /// <summary>Whether all values are 0 or -0; NaN is not.</summary>
    private static bool IsZero(ReadOnlySpan<float> values)
    {
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        foreach (var vector in vectors)
        {
            if (vector != Vector<float>.Zero)
            {
                return false;
            }
        }

        foreach (var value in values[(vectors.Length * Vector<float>.Count)..])
        {
            if (value != 0)
            {
                return false;
            }
        }

        return true;
    }
}
