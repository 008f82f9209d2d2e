using System.Diagnostics.CodeAnalysis;

namespace ForwardForward.Numerics.Gemm;

/// <summary>Refuses operands that do not fit together, in a sentence.</summary>
internal static class Shapes
{
    /// <summary>The view must be <c>[rows, columns]</c>; a negative size means any.</summary>
    public static void Check(MatrixView view, string parameter, int rows, int columns)
    {
        if ((rows >= 0 && view.Rows != rows) || (columns >= 0 && view.Columns != columns))
        {
            Throw(parameter, $"{parameter} is [{view.Rows}, {view.Columns}]; it must be [{(rows < 0 ? "batch" : rows)}, {columns}].");
        }
    }

    public static void CheckLength(bool fits, string parameter, int length, int expected)
    {
        if (!fits)
        {
            Throw(parameter, $"{parameter} has {length} values; it must have {expected}.");
        }
    }

    public static void CheckSame(WeightMatrix other, WeightMatrix w, string parameter)
    {
        if (other.Inputs != w.Inputs || other.Outputs != w.Outputs)
        {
            Throw(parameter, $"{parameter} is [{other.Inputs}, {other.Outputs}]; it must be [{w.Inputs}, {w.Outputs}] like the weights.");
        }
    }

    [DoesNotReturn]
    private static void Throw(string parameter, string message) => throw new ArgumentException(message, parameter);
}
