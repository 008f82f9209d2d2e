using ForwardForward.Numerics;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Learning.Negatives;

/// <summary>
/// The wrong label is drawn in proportion to what the neutral pass thinks of it, the true one left out (paper, section 3.3): the
/// network learns from the mistakes that it is likely to make.
/// </summary>
public sealed class HardLabels : INegativeLabels
{
    /// <inheritdoc/>
    public string Name => "hard-labels";

    /// <inheritdoc/>
    public string Explanation => "The wrong label of a negative is drawn in proportion to the network's own belief in it.";

    /// <inheritdoc/>
    public int PerPositive(int labelCount) => 1;

    /// <inheritdoc/>
    public void Draw(MatrixView probabilities, ReadOnlySpan<byte> labels, RandomStream random, Span<byte> negatives, Span<float> chances)
    {
        for (var row = 0; row < labels.Length; row++)
        {
            (negatives[row], chances[row]) = DrawOne(probabilities.Row(row), labels[row], random);
        }
    }

    private static (byte Label, float Chance) DrawOne(ReadOnlySpan<float> probabilities, byte truth, RandomStream random)
    {
        var mass = 0f;
        for (var label = 0; label < probabilities.Length; label++)
        {
            mass += label == truth ? 0 : probabilities[label];
        }

        // A certain network leaves nothing for the wrong labels, a broken one leaves NaN: every wrong label is as good as another then.
        if (!(mass > 0) || !float.IsFinite(mass))
        {
            return (UniformLabels.Other(truth, random.NextInt(probabilities.Length - 1)), 1f / (probabilities.Length - 1));
        }

        var rest = random.NextSingle() * mass;
        var chosen = -1;
        for (var label = 0; label < probabilities.Length && rest >= 0; label++)
        {
            if (label != truth && probabilities[label] > 0)
            {
                // When rounding leaves something after the last label, the last one that is possible has it.
                chosen = label;
                rest -= probabilities[label];
            }
        }

        return ((byte)chosen, probabilities[chosen] / mass);
    }
}
