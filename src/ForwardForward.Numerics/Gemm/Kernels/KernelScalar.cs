namespace ForwardForward.Numerics.Gemm.Kernels;

/// <summary>The kernel for no vectors.</summary>
internal sealed class KernelScalar : VectorKernel<float, OperationsScalar>
{
    public override string Name => "scalar";

    public override bool IsSupported => true;

    public override double ForwardCrossover => 0.5;

    public override double GradientCrossover => 0.5;
}
