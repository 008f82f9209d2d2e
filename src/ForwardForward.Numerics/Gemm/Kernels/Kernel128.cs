using System.Runtime.Intrinsics;

namespace ForwardForward.Numerics.Gemm.Kernels;

/// <summary>The kernel for ARM AdvSimd, or x86 SSE.</summary>
internal sealed class Kernel128 : VectorKernel<Vector128<float>, Operations128>
{
    public override string Name => "128";

    public override bool IsSupported => Vector128.IsHardwareAccelerated;

    public override double ForwardCrossover => 0.65;

    public override double GradientCrossover => 0.68;
}
