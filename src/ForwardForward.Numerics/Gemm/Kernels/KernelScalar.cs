namespace ForwardForward.Numerics.Gemm.Kernels;

/// <summary>The kernel for no vectors.</summary>
internal sealed class KernelScalar : VectorKernel<float, OperationsScalar>
{
    public override string Name => "scalar";

    public override bool IsSupported => true;
}
