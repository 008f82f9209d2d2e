using System.Numerics.Tensors;
using ForwardForward.Data.Images;
using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Models;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Rows;

namespace ForwardForward.Learning.Recurrent;

/// <summary>
/// Inference of a recurrent network by both test procedures: the softmax on the bottom-up pass, and every label held at the top while the
/// network settles, scored by its goodness averaged over some iterations and added up over all hidden layers (paper, section 3.4). Rows lie
/// label after label.
/// </summary>
internal sealed class RecurrentModel : ImageModel
{
    /// <summary>Images of a batch of many.</summary>
    public const int LargeBatch = 100;

    private readonly RecurrentWeights _weights;
    private readonly RecurrentSettings _options;
    private readonly PixelBatch _batch;
    private readonly RecurrentPass _pass;
    private readonly Matrix _probabilities;
    private readonly Matrix _scratch;
    private readonly byte[] _codes;
    private readonly float[][] _scores;
    private readonly float[][] _iterations;

    /// <param name="weights">The network; a model that stands alone disposes of it.</param>
    /// <param name="options">How it runs.</param>
    /// <param name="products">Does the products; null for a model that stands alone.</param>
    /// <param name="capacity">Images of a batch, at most.</param>
    /// <param name="triesLabels">Whether every label is tried.</param>
    /// <param name="iterations">Iterations to run where labels are tried; at least up to the last one that is scored.</param>
    public RecurrentModel(
        RecurrentWeights weights, RecurrentSettings options, MatrixProducts? products, int capacity, bool triesLabels, int iterations)
        : base(products, capacity, triesLabels)
    {
        (_weights, _options) = (weights, options);
        var rows = triesLabels ? weights.Labels : 1;
        _batch = new PixelBatch(capacity, weights.Pixels);
        _pass = new RecurrentPass(weights, options, Products, capacity, rows, 0);
        _probabilities = new Matrix(capacity, weights.Labels);
        _scratch = new Matrix(capacity, weights.Labels);
        _codes = new byte[capacity * rows];
        _scores = [.. weights.HiddenUnits.Select(_ => new float[capacity * rows])];
        _iterations = [.. Enumerable.Range(0, triesLabels ? iterations : 0).Select(_ => new float[capacity * rows])];
    }

    public override int PixelsPerImage => _weights.Pixels;

    public override long MultiplyAddsPerImage =>
        Enumerable.Range(0, Layers).Sum(_weights.ConnectionsUp) + ((long)Labels * _iterations.Length * _weights.Connections) + _weights.Head.Connections;

    public override int Labels => _weights.Labels;

    protected override int Layers => _scores.Length;

    /// <summary>A copy of the present weights that stands alone; takes the memory of <paramref name="recycled"/> if that fits.</summary>
    public static RecurrentModel Capture(RecurrentWeights weights, RecurrentSettings options, long step, IModel? recycled)
    {
        var model = recycled is RecurrentModel old && ReferenceEquals(old._options, options) && old._weights.HasShapeOf(weights)
            ? old
            : new RecurrentModel(weights.MakeEmpty(), options, null, 1, triesLabels: true, options.Iterations);
        model._weights.CopyFrom(weights);
        model.Step = step;
        return model;
    }

    public override void Run(ImageSet images, int first, int count)
    {
        _batch.Load(images, first, count);
        Run();
    }

    /// <summary>Those of the bottom-up pass, before any label comes down.</summary>
    public override MatrixView Activities(ImageSet images, int first, int count, int layer)
    {
        _batch.Load(images, first, count);
        _pass.Begin(_batch.Images);
        return _pass.Layers[layer].First.RowRange(0, count);
    }

    protected override void Run(ReadOnlySpan<byte> image)
    {
        _batch.Load(image);
        Run();
    }

    protected override ReadOnlySpan<float> Probabilities(int image) => _probabilities.Row(image);

    /// <summary>Averaged over the scored iterations.</summary>
    protected override float Goodness(int layer, int image, int label) => _scores[layer][(label * _batch.Count) + image];

    protected override float[][] Iterations() => [.. _iterations.Select(sums => OfLabels(label => sums[label * _batch.Count]))];

    protected override void Release()
    {
        _batch.Dispose();
        _pass.Dispose();
        _probabilities.Dispose();
        _scratch.Dispose();
        if (StandsAlone)
        {
            _weights.Dispose();
        }
    }

    private void Run()
    {
        var images = _batch.Count;
        _pass.Begin(_batch.Images);
        var logits = _probabilities.RowRange(0, images);
        for (var layer = 0; layer < _pass.Layers.Length; layer++)
        {
            _weights.Head.Accumulate(Products, layer, _pass.Layers[layer].FirstNormalised.RowRange(0, images), _scratch.RowRange(0, images), logits);
        }

        Softmax.Rows(logits, logits);
        if (TriesLabels)
        {
            Settle(images);
        }
    }

    private void Settle(int images)
    {
        var rows = images * Labels;
        for (var row = 0; row < rows; row++)
        {
            _codes[row] = (byte)(row / images);
        }

        Array.ForEach(_scores, Array.Clear);
        var (first, last) = _options.Scored;
        for (var iteration = 1; iteration <= _iterations.Length; iteration++)
        {
            _pass.Iterate(iteration, _codes.AsMemory(0, rows));
            var sums = _iterations[iteration - 1].AsSpan(0, rows);
            sums.Clear();
            for (var layer = 0; layer < _scores.Length; layer++)
            {
                var goodness = _pass.Layers[layer].Goodness.AsSpan(0, rows);
                var scores = _scores[layer].AsSpan(0, rows);
                TensorPrimitives.Add(sums, goodness, sums);
                if (iteration >= first && iteration <= last)
                {
                    TensorPrimitives.MultiplyAdd(goodness, 1f / (last - first + 1), scores, scores);
                }
            }
        }
    }
}
