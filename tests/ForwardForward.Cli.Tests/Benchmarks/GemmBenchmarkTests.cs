using ForwardForward.Cli.Benchmarks;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Cli.Tests.Benchmarks;

public sealed class GemmBenchmarkTests
{
    [Fact]
    public void The_peak_is_a_speed()
    {
        using var workers = new Workers(2);
        Assert.InRange(FmaPeak.Measure(workers), 0.01, 1e5);
    }

    [Fact]
    public void Cases_cover_the_layers_of_the_nets()
    {
        Assert.Contains(("large", 1024, 2000, 2000), GemmBenchmark.Cases);
        Assert.Contains(("batch 100", 100, 784, 1000), GemmBenchmark.Cases);
        Assert.Contains(("batch 200", 200, 2000, 2000), GemmBenchmark.Cases);
    }
}
