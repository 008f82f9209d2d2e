using ForwardForward.Numerics;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Learning.Negatives;

/// <summary>Each of the wrong labels is equally likely.</summary>
public sealed class UniformLabels : INegativeLabels
{
    /// <inheritdoc/>
    public string Name => "uniform-labels";

    /// <inheritdoc/>
    public string Explanation => "The wrong label of a negative is any of the others, equally often.";

    /// <inheritdoc/>
    public int PerPositive(int labelCount) => 1;

    /// <inheritdoc/>
    public void Draw(MatrixView probabilities, ReadOnlySpan<byte> labels, RandomStream random, Span<byte> negatives, Span<float> chances)
    {
        var wrongLabels = probabilities.Columns - 1;
        for (var row = 0; row < labels.Length; row++)
        {
            negatives[row] = Other(labels[row], random.NextInt(wrongLabels));
            chances[row] = 1f / wrongLabels;
        }
    }

    /// <summary>The <paramref name="index"/>-th label when <paramref name="label"/> is left out.</summary>
    internal static byte Other(byte label, int index) => (byte)(index < label ? index : index + 1);
}
