using System.Numerics.Tensors;
using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Layers;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Rows;

namespace ForwardForward.Learning.Supervised;

/// <summary>
/// Both test procedures of the paper's section 3.3 at once. Rows lie label after label, the neutral rows last, and the first layer's
/// product of an image is computed once for all of them.
/// </summary>
public sealed class LabelClassifier : IDisposable
{
    private readonly SupervisedWeights _weights;
    private readonly SupervisedOptions _options;
    private readonly MatrixProducts _products;
    private readonly Matrix _imageProducts;
    private readonly Matrix _labelInputs;
    private readonly LayerActivities[] _layers;
    private readonly Matrix _logits;
    private readonly Matrix _scratch;
    private readonly byte[] _codes;
    private readonly float[] _scales;
    private readonly bool _byGoodness;

    /// <summary>Allocates room for batches of at most <paramref name="capacity"/> images.</summary>
    public LabelClassifier(SupervisedWeights weights, SupervisedOptions options, MatrixProducts products, int capacity, bool byGoodness)
    {
        (_weights, _options, _products, _byGoodness) = (weights, options, products, byGoodness);
        var rows = capacity * (byGoodness ? weights.First.Labels + 1 : 1);
        _imageProducts = new Matrix(capacity, weights.First.Units);
        _labelInputs = new Matrix(weights.First.Labels + 1, weights.First.Units);
        _layers = [.. weights.HiddenUnits.Select(units => new LayerActivities(rows, units, options.Activation, options.Goodness))];
        _logits = new Matrix(capacity, weights.First.Labels);
        _scratch = new Matrix(capacity, weights.First.Labels);
        _codes = new byte[capacity];
        _scales = new float[capacity];
    }

    /// <summary>Probability of every label by the one-pass softmax, <c>[capacity, labels]</c>; the first rows are the last batch.</summary>
    public MatrixView Probabilities => _logits.View;

    /// <summary>Goodness of one image of the last batch with one label in one hidden layer.</summary>
    public float Goodness(int layer, int image, int label, int imageCount) => _layers[layer].Goodness[(label * imageCount) + image];

    /// <summary>Goodness of one image of the last batch with one label, added up over all hidden layers but the first.</summary>
    public float Score(int image, int label, int imageCount)
    {
        var score = 0f;
        for (var layer = _weights.FirstScoringLayer; layer < _layers.Length; layer++)
        {
            score += Goodness(layer, image, label, imageCount);
        }

        return score;
    }

    /// <summary>The label of the highest <see cref="Score"/>.</summary>
    public int BestLabel(int image, int imageCount)
    {
        var best = 0;
        for (var label = 1; label < _weights.First.Labels; label++)
        {
            best = Score(image, label, imageCount) > Score(image, best, imageCount) ? label : best;
        }

        return best;
    }

    /// <summary>The label of the highest softmax probability.</summary>
    public int LikeliestLabel(int image) => TensorPrimitives.IndexOfMax<float>(_logits.Row(image));

    /// <summary>Runs a batch through the network, with every label if the classifier was made for it, and neutral.</summary>
    public void Run(LabelledBatch batch)
    {
        var first = _weights.First;
        var images = batch.Count;
        var products = _imageProducts.RowRange(0, images);
        _products.Forward(batch.Images, first.ImageWeights, [], ForwardEpilogue.Linear, products);
        first.LabelInputs(_options.LabelStrength, _labelInputs);

        var rows = 0;
        for (var code = _byGoodness ? 0 : first.Labels; code <= first.Labels; code++, rows += images)
        {
            Array.Fill(_codes, (byte)code);
            batch.Scales(LabelCodes.Energy(code, first.Labels, _options.LabelStrength), _scales);
            new LabelJoining
            {
                ImageProducts = products,
                LabelInputs = _labelInputs,
                Codes = _codes.AsMemory(0, images),
                Scales = _scales.AsMemory(0, images),
                Biases = first.Biases,
                Epilogue = _options.Activation.Epilogue,
                TotalInput = _layers[0].TotalInput.RowRange(rows, images),
            }.Share(_products.Workers);
        }

        var logits = _logits.RowRange(0, images);
        for (var layer = 0; layer < _layers.Length; layer++)
        {
            if (layer > 0)
            {
                _weights.Upper[layer - 1].Forward(
                    _products, _layers[layer - 1].Normalised.RowRange(0, rows), _options.Activation.Epilogue, _layers[layer].TotalInput.RowRange(0, rows));
            }

            _layers[layer].Complete(_products.Workers, 0, rows);
            if (layer >= _weights.FirstScoringLayer)
            {
                var neutral = _layers[layer].Normalised.RowRange(rows - images, images);
                _weights.Head.Accumulate(_products, layer - _weights.FirstScoringLayer, neutral, _scratch.RowRange(0, images), logits);
            }
        }

        Softmax.Rows(logits, logits);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _imageProducts.Dispose();
        _labelInputs.Dispose();
        _logits.Dispose();
        _scratch.Dispose();
        foreach (var layer in _layers)
        {
            layer.Dispose();
        }
    }
}
