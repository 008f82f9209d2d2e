using ForwardForward.Data.Images;
using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Models;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Rows;

namespace ForwardForward.Learning.Supervised;

/// <summary>
/// Inference of a supervised network, both test procedures of the paper's section 3.3 at once. Rows lie label after label, the neutral rows
/// last, and the first layer's product of an image is computed once for all of them.
/// </summary>
internal sealed class SupervisedModel : ImageModel
{
    /// <summary>Images of a batch of many: every image has a row for every label in every layer, so larger batches cost memory and win no time.</summary>
    public const int LargeBatch = 50;

    private readonly SupervisedWeights _weights;
    private readonly SupervisedSettings _options;
    private readonly LabelledBatch _batch;
    private readonly Matrix _imageProducts;
    private readonly Matrix _labelInputs;
    private readonly LayerActivities[] _layers;
    private readonly Matrix _probabilities;
    private readonly Matrix _scratch;
    private readonly byte[] _codes;
    private readonly float[] _scales;

    /// <param name="weights">The network; a model that stands alone disposes of it.</param>
    /// <param name="options">How it was trained.</param>
    /// <param name="products">Does the products; null for a model that stands alone.</param>
    /// <param name="capacity">Images of a batch, at most.</param>
    /// <param name="triesLabels">Whether every label is tried beside the neutral rows.</param>
    public SupervisedModel(SupervisedWeights weights, SupervisedSettings options, MatrixProducts? products, int capacity, bool triesLabels)
        : base(products, capacity, triesLabels)
    {
        (_weights, _options) = (weights, options);
        var first = weights.First;
        var rows = capacity * (triesLabels ? first.Labels + 1 : 1);
        _batch = new LabelledBatch(capacity, first.Pixels, first.Labels);
        _imageProducts = new Matrix(capacity, first.Units);
        _labelInputs = new Matrix(first.Labels + 1, first.Units);
        _layers = [.. weights.HiddenUnits.Select(units => new LayerActivities(rows, units, options.Activation, options.Goodness))];
        _probabilities = new Matrix(capacity, first.Labels);
        _scratch = new Matrix(capacity, first.Labels);
        _codes = new byte[capacity];
        _scales = new float[capacity];
    }

    public override int PixelsPerImage => _weights.First.Pixels;

    public override long MultiplyAddsPerImage => ((TriesLabels ? Labels + 1L : 1) * _weights.Connections) + _weights.Head.Connections;

    public override int Labels => _weights.First.Labels;

    protected override int Layers => _layers.Length;

    protected override int FirstScoringLayer => _weights.FirstScoringLayer;

    /// <summary>A copy of the present weights that stands alone; takes the memory of <paramref name="recycled"/> if that fits.</summary>
    public static SupervisedModel Capture(SupervisedWeights weights, SupervisedSettings options, long step, IModel? recycled)
    {
        var model = recycled is SupervisedModel old && ReferenceEquals(old._options, options) && old._weights.HasShapeOf(weights)
            ? old
            : new SupervisedModel(new SupervisedWeights(weights.First.Pixels, weights.First.Labels, weights.HiddenUnits), options, null, 1, triesLabels: true);
        model._weights.CopyFrom(weights);
        model.Step = step;
        return model;
    }

    public override void Run(ImageSet images, int first, int count)
    {
        _batch.Load(images, first, count);
        Run();
    }

    public override MatrixView Activities(ImageSet images, int first, int count, int layer)
    {
        _batch.Load(images, first, count);
        _batch.Labels.CopyTo(_codes);
        BeginFirst();
        JoinFirst(0, count, code: 0);
        for (var index = 0; index <= layer; index++)
        {
            Complete(index, count);
        }

        return _layers[layer].Activities.RowRange(0, count);
    }

    protected override void Run(ReadOnlySpan<byte> image)
    {
        _batch.Load(image);
        Run();
    }

    protected override ReadOnlySpan<float> Probabilities(int image) => _probabilities.Row(image);

    protected override float Goodness(int layer, int image, int label) => _layers[layer].Goodness[(label * _batch.Count) + image];

    protected override void Release()
    {
        _batch.Dispose();
        _imageProducts.Dispose();
        _labelInputs.Dispose();
        _probabilities.Dispose();
        _scratch.Dispose();
        Array.ForEach(_layers, layer => layer.Dispose());
        if (StandsAlone)
        {
            _weights.Dispose();
        }
    }

    private void Run()
    {
        var images = _batch.Count;
        var rows = 0;
        BeginFirst();
        for (var code = TriesLabels ? 0 : Labels; code <= Labels; code++, rows += images)
        {
            Array.Fill(_codes, (byte)code);
            JoinFirst(rows, images, code);
        }

        var logits = _probabilities.RowRange(0, images);
        for (var layer = 0; layer < _layers.Length; layer++)
        {
            Complete(layer, rows);
            if (layer >= _weights.FirstScoringLayer)
            {
                var neutral = _layers[layer].Normalised.RowRange(rows - images, images);
                _weights.Head.Accumulate(Products, layer - _weights.FirstScoringLayer, neutral, _scratch.RowRange(0, images), logits);
            }
        }

        Softmax.Rows(logits, logits);
    }

    private void BeginFirst()
    {
        Products.Forward(_batch.Images, _weights.First.ImageWeights, [], ForwardEpilogue.Linear, _imageProducts.RowRange(0, _batch.Count));
        _weights.First.LabelInputs(_options.LabelStrength, _labelInputs);
    }

    // The codes of one call are all labels or all neutral, so one of them tells what normalises the rows.
    private void JoinFirst(int firstRow, int images, int code)
    {
        _batch.Scales(LabelCodes.Energy(code, Labels, _options.LabelStrength), _scales);
        new LabelInputJob
        {
            ImageProducts = _imageProducts.RowRange(0, images),
            LabelInputs = _labelInputs,
            Codes = _codes.AsMemory(0, images),
            Scales = _scales.AsMemory(0, images),
            Biases = _weights.First.Biases,
            Epilogue = _options.Activation.Epilogue,
            TotalInput = _layers[0].TotalInput.RowRange(firstRow, images),
        }.Share(Products.Workers);
    }

    private void Complete(int layer, int rows)
    {
        if (layer > 0)
        {
            _weights.Upper[layer - 1].Forward(
                Products, _layers[layer - 1].Normalised.RowRange(0, rows), _options.Activation.Epilogue, _layers[layer].TotalInput.RowRange(0, rows));
        }

        _layers[layer].Complete(Products.Workers, 0, rows);
    }
}
