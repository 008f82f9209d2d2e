using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Gemm.Kernels;

namespace ForwardForward.Numerics.Tests.Gemm;

public sealed class MultiplyAddChainsTests
{
    /// <summary>Twelve chains <c>a := 0.999 a + 0.001</c> from 0.50, 0.51, ... on, which add up to <c>12 - 0.999^n (12 - 6.66)</c>.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(60_000)]
    public void EveryChainDoesEveryStep(int steps) =>
        Assert.Equal(12 - (Math.Pow(0.999, steps) * 5.34), MultiplyAddChains.Run(steps), 1e-2);

    [Fact]
    public void AStepIsAsWideAsTheKernel() => Assert.Equal(12 * KernelCatalog.Default.Width, MultiplyAddChains.PerStep);
}
