using ForwardForward.Learning.Layers;
using ForwardForward.Numerics;

namespace ForwardForward.Learning.Readings;

/// <summary>Pieces of matrices, copied for somebody to look at.</summary>
internal static class Rows
{
    /// <summary>Two rows of a matrix, one under the other: <c>[2, columns]</c>.</summary>
    public static Matrix Pair(MatrixView rows, int positive, int negative)
    {
        var pair = new Matrix(2, rows.Columns);
        rows.Row(positive).CopyTo(pair.Row(0));
        rows.Row(negative).CopyTo(pair.Row(1));
        return pair;
    }

    /// <summary>Weights of one unit of another layer.</summary>
    public static float[] Field(IHiddenLayer layer, int unit)
    {
        var field = new float[layer.Inputs];
        layer.CopyUnitTo(unit, field);
        return field;
    }
}
