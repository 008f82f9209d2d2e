using ForwardForward.Numerics;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Learning.Negatives;

/// <summary>Every wrong label makes a negative; together they weigh as much as the positive.</summary>
public sealed class AllWrongLabels : INegativeLabels
{
    /// <summary>As runs on disk have it; of ten classes nine labels are wrong.</summary>
    public string Name => "all-nine";

    /// <inheritdoc/>
    public string Explanation => "Every image is shown with each of its wrong labels: of ten classes, nine negatives for a positive, at five times the cost.";

    /// <inheritdoc/>
    public int PerPositive(int labelCount) => labelCount - 1;

    /// <inheritdoc/>
    public void Draw(MatrixView probabilities, ReadOnlySpan<byte> labels, RandomStream random, Span<byte> negatives, Span<float> chances)
    {
        for (var index = 0; index < probabilities.Columns - 1; index++)
        {
            for (var row = 0; row < labels.Length; row++)
            {
                negatives[(index * labels.Length) + row] = UniformLabels.Other(labels[row], index);
                chances[(index * labels.Length) + row] = 1;
            }
        }
    }
}
