using System.Numerics.Tensors;
using ForwardForward.Frames;
using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Classifying;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Rows;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Learning.Baselines;

/// <summary>Weights of one moment that classify one image at a time, with a thread of their own: the caller's.</summary>
internal sealed class BackpropClassifier : INetwork
{
    private readonly Workers _workers = new(1);
    private readonly MatrixProducts _products;
    private readonly BackpropNet _net;
    private readonly PixelBatch _batch;
    private readonly BackpropOptions _options;
    private readonly ImageShape _shape;

    public BackpropClassifier(BackpropOptions options, ImageShape shape, int labels)
    {
        (_options, _shape) = (options, shape);
        _products = new MatrixProducts(_workers);
        _net = new BackpropNet(options, shape, labels, _products, 1, null);
        _batch = new PixelBatch(1, shape.Values);
    }

    public long CompletedSteps { get; private set; }

    public int PixelsPerImage => _shape.Values;

    public bool Fits(BackpropOptions options, ImageShape shape) => ReferenceEquals(_options, options) && _shape == shape;

    public void Take(BackpropNet net, long completedSteps)
    {
        _net.CopyFrom(net);
        CompletedSteps = completedSteps;
    }

    public Classification Classify(ReadOnlySpan<byte> pixels)
    {
        if (pixels.Length != PixelsPerImage)
        {
            throw new ArgumentException($"An image has {PixelsPerImage} pixels; got {pixels.Length}.", nameof(pixels));
        }

        _batch.Load(pixels);
        var logits = _net.Forward(_batch.Images).Row(0);
        var probabilities = new float[logits.Length];
        Softmax.Row(logits, probabilities);
        return new Classification(TensorPrimitives.IndexOfMax<float>(logits), [], probabilities, []);
    }

    public void Dispose()
    {
        _net.Dispose();
        _batch.Dispose();
        _products.Dispose();
        _workers.Dispose();
    }
}
