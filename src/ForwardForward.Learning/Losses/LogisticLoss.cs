namespace ForwardForward.Learning.Losses;

/// <summary>
/// <c>p = sigmoid(g - threshold)</c>, loss <c>-log p</c> for positive rows and <c>-log(1 - p)</c> for negative ones; slopes
/// <c>1 - p</c> and <c>-p</c> (paper, section 2). Each row is judged alone: goodness is never averaged over the batch.
/// </summary>
public sealed class LogisticLoss : ILocalLoss
{
    /// <inheritdoc/>
    public string Name => "logistic";

    /// <inheritdoc/>
    public string Explanation => "Every row is judged against a threshold: goodness above it means positive.";

    /// <inheritdoc/>
    public bool UsesThreshold => true;

    /// <inheritdoc/>
    public LossSums Evaluate(
        ReadOnlySpan<float> positive,
        ReadOnlySpan<float> negative,
        float threshold,
        float share,
        Span<float> positiveSlopes,
        Span<float> negativeSlopes)
    {
        double loss = 0, positiveProbability = 0, negativeProbability = 0;
        for (var i = 0; i < positive.Length; i++)
        {
            var above = positive[i] - threshold;
            var beyond = negative[i] - threshold;
            var wrong = Logistic.Sigmoid(-above);
            var fooled = Logistic.Sigmoid(beyond);
            positiveSlopes[i] += share * wrong;
            negativeSlopes[i] = -share * fooled;
            loss += Logistic.Softplus(-above) + Logistic.Softplus(beyond);
            positiveProbability += 1 - wrong;
            negativeProbability += fooled;
        }

        return new LossSums(loss, positiveProbability, negativeProbability);
    }
}
