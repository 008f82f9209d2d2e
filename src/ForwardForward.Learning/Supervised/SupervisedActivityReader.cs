using ForwardForward.Data.Images;
using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Exciting;
using ForwardForward.Learning.Layers;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Learning.Supervised;

/// <summary>Runs images with their true labels up to one layer of a supervised network.</summary>
internal sealed class SupervisedActivityReader : IActivityReader
{
    private readonly SupervisedWeights _weights;
    private readonly SupervisedOptions _options;
    private readonly MatrixProducts _products;
    private readonly LabelledBatch _batch;
    private readonly Matrix _labelInputs;
    private readonly LayerActivities[] _layers;
    private readonly byte[] _codes;
    private readonly float[] _scales;

    public SupervisedActivityReader(SupervisedWeights weights, SupervisedOptions options, MatrixProducts products, int layer, int capacity)
    {
        (_weights, _options, _products, Capacity) = (weights, options, products, capacity);
        _batch = new LabelledBatch(capacity, weights.First.Pixels, weights.First.Labels);
        _labelInputs = new Matrix(weights.First.Labels + 1, weights.First.Units);
        _layers = [.. weights.HiddenUnits.Take(layer + 1).Select(units => new LayerActivities(capacity, units, options.Activation, options.Goodness))];
        _codes = new byte[capacity];
        _scales = new float[capacity];
    }

    public int Capacity { get; }

    public MatrixView Read(ImageSet images, int first, int count)
    {
        _batch.Load(images, first, count);
        _batch.Labels.CopyTo(_codes);
        _batch.Scales(LabelCodes.Energy(0, _weights.First.Labels, _options.LabelStrength), _scales);
        _weights.First.LabelInputs(_options.LabelStrength, _labelInputs);
        var z = _layers[0].TotalInput.RowRange(0, count);
        _products.Forward(_batch.Images, _weights.First.ImageWeights, [], ForwardEpilogue.Linear, z);
        new LabelJoining
        {
            ImageProducts = z,
            LabelInputs = _labelInputs,
            Codes = _codes.AsMemory(0, count),
            Scales = _scales.AsMemory(0, count),
            Biases = _weights.First.Biases,
            Epilogue = _options.Activation.Epilogue,
            TotalInput = z,
        }.Share(_products.Workers);
        _layers[0].Complete(_products.Workers, 0, count);
        for (var layer = 1; layer < _layers.Length; layer++)
        {
            _weights.Upper[layer - 1].Forward(
                _products, _layers[layer - 1].Normalised.RowRange(0, count), _options.Activation.Epilogue, _layers[layer].TotalInput.RowRange(0, count));
            _layers[layer].Complete(_products.Workers, 0, count);
        }

        return _layers[^1].Activities.RowRange(0, count);
    }

    public void Dispose()
    {
        _batch.Dispose();
        _labelInputs.Dispose();
        foreach (var layer in _layers)
        {
            layer.Dispose();
        }
    }
}
