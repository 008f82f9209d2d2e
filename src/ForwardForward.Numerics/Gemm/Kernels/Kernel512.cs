using System.Runtime.Intrinsics;

namespace ForwardForward.Numerics.Gemm.Kernels;

/// <summary>The kernel for AVX-512.</summary>
internal sealed class Kernel512 : VectorKernel<Vector512<float>, Operations512>
{
    public override string Name => "512";

    public override bool IsSupported => Vector512.IsHardwareAccelerated;

    public override double ForwardCrossover => 0.5;

    public override double GradientCrossover => 0.36;
}
