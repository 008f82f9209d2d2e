using System.Numerics.Tensors;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Rows;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Learning.Optimisation;

/// <summary>
/// Pulls the mean activity of every unit towards that of its peers: <c>m_j &lt;- 0.9 m_j + 0.1 mean_batch(y_j)</c> over positive rows, and
/// <c>strength (mean(m) - m_j)</c> added to the input derivative of positive rows, whether the unit was active or not, so that dead units
/// come back (Hinton's released code).
/// </summary>
/// <param name="units">Units of the layer.</param>
/// <param name="strength">Lambda; 0 is off.</param>
public sealed class PeerNormalisation(int units, float strength)
{
    private const float Kept = 0.9f;
    private readonly float[] _means = new float[units];
    private readonly float[] _term = new float[units];

    /// <summary>Whether it does anything.</summary>
    public bool IsOn => strength > 0;

    /// <summary>The running means, <c>[units]</c>: all that has to be kept.</summary>
    public float[] MeanActivity { get; } = new float[units];

    /// <summary>What is added to the input derivative of every positive row, <c>[units]</c>; empty when off.</summary>
    public ReadOnlySpan<float> Term => IsOn ? _term : [];

    /// <summary>Takes in the activities of a batch's positive rows, <c>[batch, units]</c>, and makes <see cref="Term"/> anew.</summary>
    public void Observe(Workers workers, MatrixView positive)
    {
        RowKernels.ColumnMeans(workers, positive, _means);
        TensorPrimitives.Multiply(MeanActivity, Kept, MeanActivity);
        TensorPrimitives.MultiplyAdd(_means, 1 - Kept, MeanActivity, MeanActivity);
        var mean = TensorPrimitives.Sum<float>(MeanActivity) / units;
        TensorPrimitives.Subtract(mean, MeanActivity, _term);
        TensorPrimitives.Multiply(_term, strength, _term);
    }
}
