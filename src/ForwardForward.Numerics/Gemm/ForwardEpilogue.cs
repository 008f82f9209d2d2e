namespace ForwardForward.Numerics.Gemm;

/// <summary>What happens to <c>x w + bias</c> before it is stored.</summary>
public enum ForwardEpilogue
{
    /// <summary>Nothing: <c>y = x w + bias</c>.</summary>
    Linear,

    /// <summary><c>y = max(0, x w + bias)</c>.</summary>
    Relu,
}
