using ForwardForward.Data.Images;
using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Exciting;
using ForwardForward.Learning.Layers;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Learning.Unsupervised;

/// <summary>Runs images up to one layer of an unsupervised network.</summary>
internal sealed class UnsupervisedActivityReader : IActivityReader
{
    private readonly UnsupervisedWeights _weights;
    private readonly LayerRule _rule;
    private readonly MatrixProducts _products;
    private readonly PixelRows _pixels;
    private readonly LayerActivities[] _layers;

    public UnsupervisedActivityReader(UnsupervisedWeights weights, LayerRule rule, MatrixProducts products, int layer, int capacity)
    {
        (_weights, _rule, _products, Capacity) = (weights, rule, products, capacity);
        _pixels = new PixelRows(capacity, weights.Layers[0].Inputs);
        _layers = [.. weights.Layers.Take(layer + 1).Select(one => new LayerActivities(capacity, one.Units, rule.Activation, rule.Goodness))];
    }

    public int Capacity { get; }

    public int UnitShownAt(int position) => _weights.Layers[_layers.Length - 1].UnitShownAt(position);

    public MatrixView Read(ImageSet images, int first, int count)
    {
        _pixels.Load(images, first, count);
        var x = _pixels.Rows.RowRange(0, count);
        for (var layer = 0; layer < _layers.Length; layer++)
        {
            _weights.Layers[layer].Forward(_products, x, _rule.Activation.Epilogue, _layers[layer].TotalInput.RowRange(0, count));
            _layers[layer].Complete(_products.Workers, 0, count);
            x = _layers[layer].Normalised.RowRange(0, count);
        }

        return _layers[^1].Activities.RowRange(0, count);
    }

    public void Dispose()
    {
        _pixels.Dispose();
        foreach (var layer in _layers)
        {
            layer.Dispose();
        }
    }
}
