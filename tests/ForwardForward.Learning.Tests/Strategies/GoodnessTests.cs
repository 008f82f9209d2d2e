using ForwardForward.Learning.Strategies;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Random;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Learning.Tests.Strategies;

public sealed class GoodnessTests
{
    private const int Rows = 9;
    private const int Units = 37;

    public static TheoryData<string> Names => [.. Catalogs.Goodness.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void ABatchIsItsRowsOneByOne(string name)
    {
        var goodness = Catalogs.Goodness.Get(name);
        using var workers = new Workers(2);
        using var y = Activities();
        using var dy = new Matrix(Rows, Units);
        using var single = new Matrix(1, Units);
        var all = new float[Rows];
        float[] slopes = [.. Enumerable.Range(0, Rows).Select(row => (row - 4) / 3f)];
        goodness.Measure(workers, y, all);
        goodness.Differentiate(workers, y, slopes, dy);
        for (var row = 0; row < Rows; row++)
        {
            var alone = new float[1];
            goodness.Measure(workers, y.RowRange(row, 1), alone);
            goodness.Differentiate(workers, y.RowRange(row, 1), slopes.AsSpan(row, 1), single);
            Assert.Equal(alone[0], all[row]);
            Assert.Equal(single.Values.ToArray(), dy.Row(row).ToArray());
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ASlopeOfZeroMakesARowOfZeros(string name)
    {
        using var workers = new Workers(1);
        using var y = Activities();
        using var dy = new Matrix(Rows, Units);
        dy.View.Fill(3);
        Catalogs.Goodness.Get(name).Differentiate(workers, y, new float[Rows], dy);

        Assert.All(dy.Values.ToArray(), value => Assert.Equal(0, value));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TheThresholdGrowsWithTheLayer(string name)
    {
        // The trap of width 4000 at chance: a threshold that does not know the number of units.
        var goodness = Catalogs.Goodness.Get(name);

        Assert.Equal(4 * goodness.Threshold(1, 1000), goodness.Threshold(1, 4000));
        Assert.Equal(0.5f * goodness.Threshold(1, 1000), goodness.Threshold(0.5f, 1000));
    }

    [Fact]
    public void SumOfSquaresIsASumNotAMean()
    {
        using var workers = new Workers(1);
        using var y = new Matrix(1, 4);
        new[] { 1f, 2, 0, 3 }.CopyTo(y.Values);
        var goodness = new float[1];
        Catalogs.Goodness.Get("sum-of-squares").Measure(workers, y, goodness);
        Assert.Equal(14, goodness[0]);
        Catalogs.Goodness.Get("negative-sum-of-squares").Measure(workers, y, goodness);
        Assert.Equal(-14, goodness[0]);
        Catalogs.Goodness.Get("sum-of-activities").Measure(workers, y, goodness);
        Assert.Equal(6, goodness[0]);
    }

    private static Matrix Activities()
    {
        var y = new Matrix(Rows, Units);
        var random = new RandomStream(3);
        foreach (ref var value in y.Values)
        {
            value = Math.Max(0, (float)random.NextNormal());
        }

        return y;
    }
}
