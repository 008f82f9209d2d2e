using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Numerics.Tests.Threading;

/// <summary>Work spreads evenly over far more threads than this machine may have.</summary>
public sealed class ScalingTests
{
    public static TheoryData<int, int, int, int> Cases
    {
        get
        {
            var data = new TheoryData<int, int, int, int>();
            foreach (var threads in ScalingCount.Threads)
            {
                foreach (var (m, k, n) in new[] { (100, 1000, 1000), (200, 1000, 1000), (100, 2000, 2000), (200, 2000, 2000), (1024, 2000, 2000) })
                {
                    data.Add(m, k, n, threads);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void NoThreadHasMuchMoreThanItsShare(int m, int k, int n, int threads)
    {
        foreach (var row in new[] { ScalingCount.Forward(m, k, n, threads), ScalingCount.Update(m, k, n, threads) })
        {
            Assert.InRange(row.Imbalance, 1, threads <= 8 ? 1.1 : threads <= 32 ? 1.2 : 1.35);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void MemoryIsSharedOut(int m, int k, int n, int threads)
    {
        var alone = ScalingCount.Update(m, k, n, 1);
        var row = ScalingCount.Update(m, k, n, threads);

        // Results are nobody else's; operands are read by several threads, at most in full.
        var results = (long)k * n * sizeof(float);
        Assert.True(row.BytesPerThread <= (row.Imbalance * results / threads * 1.1) + alone.BytesPerThread - results);
    }

    [Theory]
    [InlineData(784)]
    [InlineData(2000)]
    public void NoTwoThreadsWriteToOneLine(int n)
    {
        foreach (var threads in ScalingCount.Threads)
        {
            Assert.Equal(0, ScalingCount.Forward(100, 1000, n, threads).SharedLines);
            Assert.Equal(0, ScalingCount.Update(100, 1000, n, threads).SharedLines);
        }
    }

    [Fact]
    public void RowsThatDoNotEndWithALineShareAFew()
    {
        // 1000 floats are 62.5 lines: every other row begins in the middle of one.
        var row = ScalingCount.Forward(100, 1000, 1000, 2);

        Assert.InRange(row.SharedLines, 1, 100 * 1000 / 16 / 10);
    }
}
