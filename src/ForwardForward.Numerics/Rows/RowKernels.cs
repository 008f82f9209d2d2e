using System.Numerics.Tensors;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Sparse;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Numerics.Rows;

/// <summary>
/// Loops over the rows of a batch that go over memory once and allocate nothing. Results do not depend on the number of workers. Source and
/// destination may be the same matrix. NaN and infinities go through as the formulas say.
/// </summary>
public static unsafe class RowKernels
{
    /// <summary>Below so many values a loop is over before another thread is awake.</summary>
    private const int ValuesWorthSharing = 1 << 15;
    private const int PieceValues = 1 << 13;

    /// <summary>Goodness before normalisation: <c>sums_i = sum_j x_ij^2</c>, <c>[batch, units] -> [batch]</c>.</summary>
    /// <exception cref="ArgumentException">There is not one sum for each row.</exception>
    public static void SumOfSquares(Workers workers, MatrixView x, Span<float> sums)
    {
        Shapes.CheckLength(sums.Length == x.Rows, nameof(sums), sums.Length, x.Rows);
        fixed (float* start = sums)
        {
            Run(workers, new SumOfSquaresJob(x, start, RowsPerPiece(x)), x);
        }
    }

    /// <summary>
    /// <c>y_ij = x_ij / (epsilon + sqrt(mean_j x_ij^2))</c>, <c>[batch, units]</c>: the mean square becomes 1, so only the direction of an
    /// activity goes on (section 2 of the paper; the form of Hinton's code). A row of zeros stays one when epsilon is positive.
    /// </summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static void Normalise(Workers workers, MatrixView x, float epsilon, MatrixView y) => Normalise(workers, x, epsilon, y, default);

    /// <summary>The same, and the sums of squares before it: <c>sums_i = sum_j x_ij^2</c>, <c>[batch]</c>, in the same pass; empty for none.</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static void Normalise(Workers workers, MatrixView x, float epsilon, MatrixView y, Span<float> sums)
    {
        Shapes.Check(y, nameof(y), x.Rows, x.Columns);
        Shapes.CheckLength(sums.IsEmpty || sums.Length == x.Rows, nameof(sums), sums.Length, x.Rows);
        fixed (float* start = sums)
        {
            Run(workers, new NormaliseJob(x, epsilon, y, start, RowsPerPiece(x)), x);
        }
    }

    /// <summary>Derivatives from activities: <c>y_ij = factors_i x_ij</c>, <c>[batch, units]</c>.</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static void Scale(Workers workers, MatrixView x, ReadOnlySpan<float> factors, MatrixView y)
    {
        Shapes.Check(y, nameof(y), x.Rows, x.Columns);
        Shapes.CheckLength(factors.Length == x.Rows, nameof(factors), factors.Length, x.Rows);
        fixed (float* start = factors)
        {
            Run(workers, new ScaleJob(x, start, y, RowsPerPiece(x)), x);
        }
    }

    /// <summary><c>sums_j = sum_i x_ij</c> in the order of i, <c>[batch, units] -> [units]</c>; 0 for an empty batch.</summary>
    /// <exception cref="ArgumentException">There is not one sum for each column.</exception>
    public static void ColumnSums(Workers workers, MatrixView x, Span<float> sums)
    {
        Shapes.CheckLength(sums.Length == x.Columns, nameof(sums), sums.Length, x.Columns);
        fixed (float* start = sums)
        {
            var pieces = (x.Columns + ColumnSumsJob.PieceColumns - 1) / ColumnSumsJob.PieceColumns;
            Share(workers, new ColumnSumsJob(x, start), pieces, (long)x.Rows * x.Columns);
        }
    }

    /// <summary><c>means_j = mean_i x_ij</c>, <c>[batch, units] -> [units]</c>, for peer normalisation; 0 for an empty batch.</summary>
    /// <exception cref="ArgumentException">There is not one mean for each column.</exception>
    public static void ColumnMeans(Workers workers, MatrixView x, Span<float> means)
    {
        ColumnSums(workers, x, means);
        TensorPrimitives.Multiply(means, x.Rows == 0 ? 0 : 1f / x.Rows, means);
    }

    /// <summary>How many values are not zero; NaN is not.</summary>
    public static long CountNonZero(MatrixView x)
    {
        var count = 0L;
        for (var row = 0; row < x.Rows; row++)
        {
            count += NonZeros.Count(x.Row(row));
        }

        return count;
    }

    private static int RowsPerPiece(MatrixView x) => Math.Max(1, PieceValues / Math.Max(1, x.Columns));

    private static void Run<TJob>(Workers workers, TJob job, MatrixView x)
        where TJob : struct, IPieceJob
    {
        var rowsPerPiece = RowsPerPiece(x);
        Share(workers, job, (x.Rows + rowsPerPiece - 1) / rowsPerPiece, (long)x.Rows * x.Columns);
    }

    private static void Share<TJob>(Workers workers, TJob job, int pieces, long values)
        where TJob : struct, IPieceJob
    {
        if (values >= ValuesWorthSharing)
        {
            workers.Run(job, pieces);
            return;
        }

        for (var piece = 0; piece < pieces; piece++)
        {
            job.Run(piece);
        }
    }
}
