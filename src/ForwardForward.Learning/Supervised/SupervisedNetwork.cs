using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Classifying;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Learning.Supervised;

/// <summary>Weights of one moment that classify one image at a time, with a thread of their own: the caller's.</summary>
internal sealed class SupervisedNetwork : INetwork
{
    private readonly Workers _workers = new(1);
    private readonly MatrixProducts _products;
    private readonly SupervisedWeights _weights;
    private readonly LabelledBatch _batch;
    private readonly LabelClassifier _classifier;

    public SupervisedNetwork(SupervisedWeights source, SupervisedOptions options)
    {
        var first = source.First;
        _products = new MatrixProducts(_workers);
        _weights = new SupervisedWeights(first.Pixels, first.Labels, source.HiddenUnits);
        _batch = new LabelledBatch(1, first.Pixels, first.Labels);
        _classifier = new LabelClassifier(_weights, options, _products, 1, true);
        Options = options;
    }

    public SupervisedOptions Options { get; }

    public long CompletedSteps { get; private set; }

    public int PixelsPerImage => _weights.First.Pixels;

    public bool Fits(SupervisedWeights weights, SupervisedOptions options) => ReferenceEquals(Options, options) && _weights.HasShapeOf(weights);

    public void Take(SupervisedWeights weights, long completedSteps)
    {
        _weights.CopyFrom(weights);
        CompletedSteps = completedSteps;
    }

    public Classification Classify(ReadOnlySpan<byte> pixels)
    {
        if (pixels.Length != PixelsPerImage)
        {
            throw new ArgumentException($"An image has {PixelsPerImage} pixels; got {pixels.Length}.", nameof(pixels));
        }

        _batch.Load(pixels);
        _classifier.Run(_batch);
        var labels = Enumerable.Range(0, _weights.First.Labels).ToArray();
        return new Classification(
            _classifier.BestLabel(0, 1),
            [.. labels.Select(label => _classifier.Score(0, label, 1))],
            _classifier.Probabilities.Row(0).ToArray(),
            [.. _weights.HiddenUnits.Select((_, layer) => labels.Select(label => _classifier.Goodness(layer, 0, label, 1)).ToArray())]);
    }

    public void Dispose()
    {
        _classifier.Dispose();
        _batch.Dispose();
        _weights.Dispose();
        _products.Dispose();
        _workers.Dispose();
    }
}
