namespace ForwardForward.Numerics.Sparse;

/// <summary>One non-zero of a left operand.</summary>
/// <param name="offset">Where its row of the right operand begins in a panel: 32 floats a step.</param>
/// <param name="value">The value.</param>
internal readonly struct Entry(int offset, float value)
{
    public readonly int Offset = offset;
    public readonly float Value = value;
}
