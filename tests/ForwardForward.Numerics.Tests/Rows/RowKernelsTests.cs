using ForwardForward.Numerics.Random;
using ForwardForward.Numerics.Rows;
using ForwardForward.Numerics.Tests.Gemm;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Numerics.Tests.Rows;

/// <summary>Row kernels beside plain loops in double precision.</summary>
public sealed class RowKernelsTests : IDisposable
{
    private const float Tolerance = 2e-6f;
    private readonly Workers _workers = new(3);
    private readonly RandomStream _random = new(2);

    public static TheoryData<int, int> Sizes => new() { { 0, 5 }, { 1, 1 }, { 3, 7 }, { 5, 64 }, { 100, 1000 }, { 130, 257 } };

    public void Dispose() => _workers.Dispose();

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Normalised_rows_have_mean_square_one(int rows, int columns)
    {
        using var x = Reference.Random(rows, columns, _random, 0.5);
        using var y = new Matrix(rows, columns);
        var sums = new float[rows];
        var alone = new float[rows];
        RowKernels.Normalise(_workers, x, 0.01f, y, sums);
        RowKernels.SumOfSquares(_workers, x, alone);
        Assert.Equal(alone, sums);
        for (var row = 0; row < rows; row++)
        {
            var sum = 0.0;
            foreach (var value in x.Row(row))
            {
                sum += (double)value * value;
            }

            AssertNear(sum, sums[row]);
            for (var column = 0; column < columns; column++)
            {
                AssertNear(x[row, column] / (0.01 + Math.Sqrt(sum / columns)), y[row, column]);
            }
        }
    }

    [Fact]
    public void A_row_of_zeros_stays_one_and_rows_may_be_normalised_in_place()
    {
        using var x = Reference.Random(4, 33, _random);
        x.Row(2).Clear();
        using var y = new Matrix(4, 33);
        RowKernels.Normalise(_workers, x, 1e-8f, y);
        RowKernels.Normalise(_workers, x, 1e-8f, x);
        Assert.Equal(y.Values, x.Values);
        Assert.All(x.Row(2).ToArray(), value => Assert.Equal(0, value));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Rows_are_scaled_each_by_its_factor(int rows, int columns)
    {
        using var x = Reference.Random(rows, columns, _random);
        using var factors = Reference.Random(1, rows, _random);
        using var y = new Matrix(rows, columns);
        RowKernels.Scale(_workers, x, factors.Values, y);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                Assert.Equal(factors[0, row] * x[row, column], y[row, column]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Column_means_add_up_rows_in_order(int rows, int columns)
    {
        using var x = Reference.Random(rows, columns, _random);
        var means = new float[columns];
        RowKernels.ColumnMeans(_workers, x, means);
        for (var column = 0; column < columns; column++)
        {
            var sum = 0f;
            for (var row = 0; row < rows; row++)
            {
                sum += x[row, column];
            }

            Assert.Equal(rows == 0 ? 0 : sum * (1f / rows), means[column]);
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Non_zeros_are_counted(int rows, int columns)
    {
        using var x = Reference.Random(rows, columns, _random, 0.3);
        Assert.Equal(x.Values.ToArray().Count(value => value != 0), RowKernels.CountNonZero(x));
    }

    [Fact]
    public void Results_do_not_depend_on_where_a_row_lies_in_memory()
    {
        using var x = Reference.Random(1, 1000, _random);
        using var shifted = new Matrix(1, 1016);
        for (var shift = 0; shift < 16; shift++)
        {
            var moved = shifted.View.ColumnRange(shift, 1000);
            x.View.CopyTo(moved);
            var sums = new float[2];
            RowKernels.SumOfSquares(_workers, x, sums.AsSpan(0, 1));
            RowKernels.SumOfSquares(_workers, moved, sums.AsSpan(1, 1));
            Assert.Equal(sums[0], sums[1]);
        }
    }

    private static void AssertNear(double expected, float actual) =>
        Assert.True(Math.Abs(expected - actual) <= Tolerance * Math.Max(1, Math.Abs(expected)), $"{actual} must be near {expected}");
}
