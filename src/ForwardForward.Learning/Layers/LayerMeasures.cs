namespace ForwardForward.Learning.Layers;

/// <summary>What one mini-batch told about one layer, in the order of <see cref="Trainers.TrainingMetrics.OfLayers"/>.</summary>
/// <param name="PositiveGoodness">Mean goodness of the positive rows.</param>
/// <param name="NegativeGoodness">Mean goodness of the negative rows.</param>
/// <param name="PositiveProbability">Mean probability of being positive that the layer gives to positive rows.</param>
/// <param name="NegativeProbability">The same for negative rows.</param>
/// <param name="PairwiseError">Share of pairs whose negative has at least the goodness of its positive, in [0, 1].</param>
/// <param name="ActiveShare">Share of non-zero activities over positive and negative rows, in [0, 1].</param>
/// <param name="Loss">Mean local loss per row, in nats.</param>
internal readonly record struct LayerMeasures(
    float PositiveGoodness,
    float NegativeGoodness,
    float PositiveProbability,
    float NegativeProbability,
    float PairwiseError,
    float ActiveShare,
    float Loss)
{
    /// <summary>Writes them as metrics of a layer.</summary>
    /// <param name="metrics">Metrics of all layers.</param>
    /// <param name="layer">Layer, from 0.</param>
    public void CopyTo(Span<float> metrics, int layer)
    {
        ReadOnlySpan<float> values = [PositiveGoodness, NegativeGoodness, PositiveProbability, NegativeProbability, PairwiseError, ActiveShare, Loss];
        values.CopyTo(metrics.Slice(layer * values.Length, values.Length));
    }
}
