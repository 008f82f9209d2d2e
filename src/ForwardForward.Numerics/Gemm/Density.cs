using ForwardForward.Numerics.Sparse;

namespace ForwardForward.Numerics.Gemm;

/// <summary>Measures what share of a matrix is not zero.</summary>
internal static class Density
{
    private const int SampledRows = 16;

    /// <summary>
    /// The density of 16 rows spread evenly. It only chooses between two ways to the same bits, so it need not look at all of them.
    /// </summary>
    public static double Estimate(MatrixView x)
    {
        var rows = Math.Min(SampledRows, x.Rows);
        if (rows == 0 || x.Columns == 0)
        {
            return 0;
        }

        var found = 0L;
        for (var sample = 0; sample < rows; sample++)
        {
            found += NonZeros.Count(x.Row((int)((long)x.Rows * sample / rows)));
        }

        return (double)found / ((long)rows * x.Columns);
    }
}
