using ForwardForward.Learning.Classifying;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Learning.Unsupervised;

/// <summary>Weights of one moment that classify one image at a time, with a thread of their own: the caller's.</summary>
internal sealed class UnsupervisedNetwork : INetwork
{
    private readonly Workers _workers = new(1);
    private readonly MatrixProducts _products;
    private readonly UnsupervisedOptions _options;
    private readonly UnsupervisedWeights _weights;
    private readonly SoftmaxClassifier _classifier;

    public UnsupervisedNetwork(UnsupervisedWeights source, UnsupervisedOptions options)
    {
        _products = new MatrixProducts(_workers);
        _options = options;
        _weights = source.MakeEmpty();
        _classifier = new SoftmaxClassifier(_weights, options.Rule, _products, 1);
    }

    public long CompletedSteps { get; private set; }

    public int PixelsPerImage => _weights.Layers[0].Inputs;

    /// <summary>Whether it is of the same trainer's making, so that its memory fits.</summary>
    public bool Fits(UnsupervisedOptions options, int pixels) => ReferenceEquals(_options, options) && PixelsPerImage == pixels;

    public void Take(UnsupervisedWeights weights, long completedSteps)
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

        _classifier.Run(pixels);
        return new Classification(_classifier.Label(0), [], _classifier.Probabilities(0).ToArray(), []);
    }

    public void Dispose()
    {
        _classifier.Dispose();
        _weights.Dispose();
        _products.Dispose();
        _workers.Dispose();
    }
}
