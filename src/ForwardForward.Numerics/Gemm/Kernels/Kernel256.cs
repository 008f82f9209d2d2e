using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ForwardForward.Numerics.Gemm.Kernels;

/// <summary>The kernel for AVX2 with FMA.</summary>
internal sealed class Kernel256 : VectorKernel<Vector256<float>, Operations256>
{
    public override string Name => "256";

    public override bool IsSupported => Vector256.IsHardwareAccelerated && Fma.IsSupported;

    public override double ForwardCrossover => 0.65;

    public override double GradientCrossover => 0.5;
}
