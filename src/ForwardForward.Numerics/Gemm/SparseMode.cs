namespace ForwardForward.Numerics.Gemm;

/// <summary>Whether a product skips the zeros of its left operand. The result is the same, bit for bit.</summary>
public enum SparseMode
{
    /// <summary>Zeros are skipped where the measured density makes that faster.</summary>
    Automatic,

    /// <summary>Every product is dense.</summary>
    Never,

    /// <summary>Zeros are always skipped.</summary>
    Always,
}
