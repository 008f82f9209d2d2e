namespace ForwardForward.Learning.Losses;

/// <summary>
/// <c>L = swish(-(g+ - g-)) + c</c> of every pair, with <c>swish(x) = x sigmoid(x)</c> and c so that the least loss is zero: SymBa with a
/// smooth hinge in place of the softplus. A pair whose positive leads by more than 1.28 is drawn back a little, so that goodness does not
/// grow without end. Slopes are <c>swish'(-(g+ - g-))</c> and its negative, between -0.1 and 1.1.
/// </summary>
public sealed class SymbaSwishLoss : ILocalLoss
{
    /// <summary>The least value of swish, with its sign turned.</summary>
    private const float Dip = 0.27846454f;

    /// <inheritdoc/>
    public string Name => "symba-swish";

    /// <inheritdoc/>
    public string Explanation => "As symba, but a pair that is told apart well enough is left alone.";

    /// <inheritdoc/>
    public bool UsesThreshold => false;

    /// <inheritdoc/>
    public LossSums Evaluate(
        ReadOnlySpan<float> positive,
        ReadOnlySpan<float> negative,
        float threshold,
        float share,
        Span<float> positiveSlopes,
        Span<float> negativeSlopes)
    {
        double loss = 0, confused = 0;
        for (var i = 0; i < positive.Length; i++)
        {
            var behind = negative[i] - positive[i];
            var p = Logistic.Sigmoid(behind);
            var slope = p + (behind * p * Logistic.Sigmoid(-behind));
            positiveSlopes[i] += share * slope;
            negativeSlopes[i] = -share * slope;
            loss += MathF.Max(0, (behind * p) + Dip);
            confused += p;
        }

        return new LossSums(loss, positive.Length - confused, confused);
    }
}
