namespace ForwardForward.Learning.Trainers;

/// <summary>What one mini-batch told. The trainer reuses it: copy what you keep.</summary>
/// <param name="layerCount">Number of hidden layers that have goodness; 0 for backprop.</param>
public sealed class StepReport(int layerCount)
{
    /// <summary>Per hidden layer that has goodness; empty for backprop.</summary>
    public LayerReport[] Layers { get; } = new LayerReport[layerCount];

    /// <summary>Mean cross-entropy of the softmax head on the batch, in nats.</summary>
    public float HeadLoss { get; set; }

    /// <summary>Share of the batch that the softmax head got wrong, in [0, 1].</summary>
    public float HeadError { get; set; }

    /// <summary>The schedule's gain on the learning rate in this step, in [0, 1].</summary>
    public float Gain { get; set; }
}

/// <summary>What one mini-batch told about one layer.</summary>
/// <param name="PositiveGoodness">Mean goodness of the positive rows.</param>
/// <param name="NegativeGoodness">Mean goodness of the negative rows.</param>
/// <param name="PositiveProbability">Mean probability of being positive that the layer gives to positive rows.</param>
/// <param name="NegativeProbability">The same for negative rows.</param>
/// <param name="PairwiseError">Share of pairs whose negative has at least the goodness of its positive, in [0, 1].</param>
/// <param name="ActiveShare">Share of non-zero activities over positive and negative rows, in [0, 1].</param>
/// <param name="Loss">Mean local loss per row, in nats.</param>
public readonly record struct LayerReport(
    float PositiveGoodness,
    float NegativeGoodness,
    float PositiveProbability,
    float NegativeProbability,
    float PairwiseError,
    float ActiveShare,
    float Loss);
