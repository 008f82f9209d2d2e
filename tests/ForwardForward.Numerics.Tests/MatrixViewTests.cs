namespace ForwardForward.Numerics.Tests;

public sealed class MatrixViewTests
{
    [Fact]
    public void ReshapedRowsGoOnWhereTheOthersEnd()
    {
        using var matrix = new Matrix(4, 6);
        for (var i = 0; i < 24; i++)
        {
            matrix.Values[i] = i;
        }

        var seen = matrix.RowRange(1, 2).Reshape(3, 4);

        Assert.Equal([10f, 11, 12, 13], seen.Row(1).ToArray());
        Assert.Equal(0, matrix.RowRange(0, 0).Reshape(0, 7).Rows);
        Assert.Equal([0f, 1, 2, 3], matrix.View.ColumnRange(0, 4).RowRange(0, 1).Reshape(4, 1).ColumnRange(0, 1).Reshaped());
    }

    [Fact]
    public void AViewWithGapsOrAnotherSizeIsRefused()
    {
        using var matrix = new Matrix(4, 6);

        Assert.StartsWith(
            "A view [4, 6] with rows 6 values apart cannot be seen as [5, 5].", Assert.Throws<ArgumentException>(() => matrix.View.Reshape(5, 5)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => matrix.View.ColumnRange(0, 3).Reshape(6, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix.View.Reshape(-4, -6));
    }
}

file static class Views
{
    public static float[] Reshaped(this MatrixView view) => [.. Enumerable.Range(0, view.Rows).Select(row => view.Row(row)[0])];
}
