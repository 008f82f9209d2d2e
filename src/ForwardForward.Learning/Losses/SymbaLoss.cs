namespace ForwardForward.Learning.Losses;

/// <summary>
/// <c>L = log(1 + exp(-(g+ - g-)))</c> of every pair: SymBa (Lee and Song, 2023), which needs no threshold because only the
/// difference within a pair counts. Slopes are <c>sigmoid(-(g+ - g-))</c> and its negative.
/// </summary>
public sealed class SymbaLoss : ILocalLoss
{
    /// <inheritdoc/>
    public string Name => "symba";

    /// <inheritdoc/>
    public string Explanation => "Every positive is compared with its own negative: only the difference of goodness counts.";

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
            var lead = positive[i] - negative[i];
            var slope = Logistic.Sigmoid(-lead);
            positiveSlopes[i] += share * slope;
            negativeSlopes[i] = -share * slope;
            loss += Logistic.Softplus(-lead);
            confused += slope;
        }

        return new LossSums(loss, positive.Length - confused, confused);
    }
}
