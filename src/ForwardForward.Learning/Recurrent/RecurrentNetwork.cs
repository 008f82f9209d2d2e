using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Classifying;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Learning.Recurrent;

/// <summary>Weights of one moment that classify one image at a time, with a thread of their own: the caller's.</summary>
internal sealed class RecurrentNetwork : INetwork
{
    private readonly Workers _workers = new(1);
    private readonly MatrixProducts _products;
    private readonly RecurrentOptions _options;
    private readonly RecurrentWeights _weights;
    private readonly PixelBatch _batch;
    private readonly RecurrentClassifier _classifier;

    public RecurrentNetwork(RecurrentWeights source, RecurrentOptions options)
    {
        _options = options;
        _products = new MatrixProducts(_workers);
        _weights = new RecurrentWeights(source.Pixels, source.Labels, source.HiddenUnits);
        _batch = new PixelBatch(1, source.Pixels);
        _classifier = new RecurrentClassifier(_weights, options, _products, 1, true, options.Iterations);
    }

    public long CompletedSteps { get; private set; }

    public int PixelsPerImage => _weights.Pixels;

    public bool Fits(RecurrentWeights weights, RecurrentOptions options) => ReferenceEquals(_options, options) && _weights.HasShapeOf(weights);

    public void Take(RecurrentWeights weights, long completedSteps)
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
        var labels = Enumerable.Range(0, _weights.Labels).ToArray();
        return new Classification(
            _classifier.BestLabel(0, 1),
            [.. labels.Select(label => _classifier.Score(0, label, 1))],
            _classifier.Probabilities.Row(0).ToArray(),
            [.. _weights.HiddenUnits.Select((_, layer) => labels.Select(label => _classifier.Goodness(layer, 0, label, 1)).ToArray())])
        {
            Iterations = [.. Enumerable.Range(0, _options.Iterations).Select(iteration => labels.Select(label => _classifier.GoodnessAfter(iteration, 0, label, 1)).ToArray())],
        };
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
