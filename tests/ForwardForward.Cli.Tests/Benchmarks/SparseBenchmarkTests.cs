using ForwardForward.Cli.Benchmarks;

namespace ForwardForward.Cli.Tests.Benchmarks;

public sealed class SparseBenchmarkTests
{
    [Fact]
    public void Every_product_is_timed_both_ways_at_every_density()
    {
        var rows = new SparseBenchmark { Rounds = 1, Densities = [0.1, 0.9], Shapes = [(8, 64, 64)] }.Run(TestContext.Current.CancellationToken).ToList();

        Assert.Equal(["unlike", "unlike", "alike", "alike", "update", "update"], rows.Select(row => row.Product));
        Assert.All(rows, row => Assert.True(row is { SparseMilliseconds: > 0, DenseMilliseconds: > 0, Ratio: > 0 }));
    }
}
