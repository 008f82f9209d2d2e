using ForwardForward.Data.Images;
using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Models;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Rows;

namespace ForwardForward.Learning.Unsupervised;

/// <summary>
/// Inference of an unsupervised network (paper, section 3.2): one pass, and a linear softmax on the normalised activities of the last three
/// hidden layers.
/// </summary>
internal sealed class UnsupervisedModel : ImageModel
{
    /// <summary>Images of a batch of many.</summary>
    public const int LargeBatch = 100;

    private readonly UnsupervisedWeights _weights;
    private readonly UnsupervisedSettings _options;
    private readonly PixelRows _pixels;
    private readonly LayerActivities[] _layers;
    private readonly Matrix _probabilities;
    private readonly Matrix _scratch;

    /// <param name="weights">The network; a model that stands alone disposes of it.</param>
    /// <param name="options">How it was trained.</param>
    /// <param name="products">Does the products; null for a model that stands alone.</param>
    /// <param name="capacity">Images of a batch, at most.</param>
    public UnsupervisedModel(UnsupervisedWeights weights, UnsupervisedSettings options, MatrixProducts? products, int capacity)
        : base(products, capacity, triesLabels: false)
    {
        (_weights, _options) = (weights, options);
        _pixels = new PixelRows(capacity, PixelsPerImage);
        _layers = [.. weights.Layers.Select(layer => new LayerActivities(capacity, layer.Units, options.Activation, options.Goodness))];
        _probabilities = new Matrix(capacity, Labels);
        _scratch = new Matrix(capacity, Labels);
    }

    public override int PixelsPerImage => _weights.Layers[0].Inputs;

    public override long MultiplyAddsPerImage => _weights.Layers.Sum(layer => layer.Connections) + _weights.Head.Connections;

    public override int Labels => _weights.Head.Labels;

    /// <summary>A copy of the present weights that stands alone; takes the memory of <paramref name="recycled"/> if that fits.</summary>
    public static UnsupervisedModel Capture(UnsupervisedWeights weights, UnsupervisedSettings options, long step, IModel? recycled)
    {
        var model = recycled is UnsupervisedModel old && ReferenceEquals(old._options, options) && old.PixelsPerImage == weights.Layers[0].Inputs
            ? old
            : new UnsupervisedModel(weights.MakeEmpty(), options, null, 1);
        model._weights.CopyFrom(weights);
        model.Step = step;
        return model;
    }

    public override void Run(ImageSet images, int first, int count)
    {
        _pixels.Load(images, first, count);
        Run(count);
    }

    public override MatrixView Activities(ImageSet images, int first, int count, int layer)
    {
        _pixels.Load(images, first, count);
        for (var index = 0; index <= layer; index++)
        {
            Forward(index, count);
        }

        return _layers[layer].Activities.RowRange(0, count);
    }

    protected override void Run(ReadOnlySpan<byte> image)
    {
        _pixels.Set(0, image);
        Run(1);
    }

    protected override ReadOnlySpan<float> Probabilities(int image) => _probabilities.Row(image);

    protected override void Release()
    {
        _pixels.Dispose();
        _probabilities.Dispose();
        _scratch.Dispose();
        Array.ForEach(_layers, layer => layer.Dispose());
        if (StandsAlone)
        {
            _weights.Dispose();
        }
    }

    private void Run(int rows)
    {
        var logits = _probabilities.RowRange(0, rows);
        for (var layer = 0; layer < _layers.Length; layer++)
        {
            var normalised = Forward(layer, rows);
            if (layer >= _weights.FirstReadLayer)
            {
                _weights.Head.Accumulate(Products, layer - _weights.FirstReadLayer, normalised, _scratch.RowRange(0, rows), logits);
            }
        }

        Softmax.Rows(logits, logits);
    }

    private MatrixView Forward(int layer, int rows)
    {
        var x = layer == 0 ? _pixels.Rows : _layers[layer - 1].Normalised;
        _weights.Layers[layer].Forward(Products, x.RowRange(0, rows), _options.Activation.Epilogue, _layers[layer].TotalInput.RowRange(0, rows));
        _layers[layer].Complete(Products.Workers, 0, rows);
        return _layers[layer].Normalised.RowRange(0, rows);
    }
}
