using System.Numerics.Tensors;
using ForwardForward.Data.Images;
using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Layers;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Rows;

namespace ForwardForward.Learning.Unsupervised;

/// <summary>The test procedure of the paper's section 3.2: one pass, and a linear softmax on the normalised activities of the last three hidden layers.</summary>
internal sealed class SoftmaxClassifier : IDisposable
{
    private readonly UnsupervisedWeights _weights;
    private readonly LayerRule _rule;
    private readonly MatrixProducts _products;
    private readonly PixelRows _pixels;
    private readonly LayerActivities[] _layers;
    private readonly Matrix _probabilities;
    private readonly Matrix _scratch;

    public SoftmaxClassifier(UnsupervisedWeights weights, LayerRule rule, MatrixProducts products, int capacity)
    {
        (_weights, _rule, _products) = (weights, rule, products);
        _pixels = new PixelRows(capacity, weights.Layers[0].Inputs);
        _layers = [.. weights.Layers.Select(layer => new LayerActivities(capacity, layer.Units, rule.Activation, rule.Goodness))];
        _probabilities = new Matrix(capacity, weights.Head.Labels);
        _scratch = new Matrix(capacity, weights.Head.Labels);
    }

    /// <summary>Probability of every label for an image of the last batch, <c>[labels]</c>.</summary>
    public ReadOnlySpan<float> Probabilities(int image) => _probabilities.Row(image);

    /// <summary>The likeliest label of an image of the last batch.</summary>
    public int Label(int image) => TensorPrimitives.IndexOfMax(Probabilities(image));

    /// <summary>Classifies images that follow one another.</summary>
    public void Run(ImageSet images, int start, int count)
    {
        _pixels.Load(images, start, count);
        Run(count);
    }

    /// <summary>Classifies one image.</summary>
    public void Run(ReadOnlySpan<byte> image)
    {
        _pixels.Set(0, image);
        Run(1);
    }

    public void Dispose()
    {
        _pixels.Dispose();
        _probabilities.Dispose();
        _scratch.Dispose();
        foreach (var layer in _layers)
        {
            layer.Dispose();
        }
    }

    private void Run(int rows)
    {
        var x = _pixels.Rows.RowRange(0, rows);
        var logits = _probabilities.RowRange(0, rows);
        for (var layer = 0; layer < _layers.Length; layer++)
        {
            _weights.Layers[layer].Forward(_products, x, _rule.Activation.Epilogue, _layers[layer].TotalInput.RowRange(0, rows));
            _layers[layer].Complete(_products.Workers, 0, rows);
            x = _layers[layer].Normalised.RowRange(0, rows);
            if (layer >= _weights.FirstReadLayer)
            {
                _weights.Head.Accumulate(_products, layer - _weights.FirstReadLayer, x, _scratch.RowRange(0, rows), logits);
            }
        }

        Softmax.Rows(logits, logits);
    }
}
