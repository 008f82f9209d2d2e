using System.Numerics.Tensors;
using ForwardForward.Learning.Batches;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Rows;

namespace ForwardForward.Learning.Recurrent;

/// <summary>
/// Both test procedures: the softmax on the bottom-up pass, and every label held at the top while the network settles, scored by its goodness
/// averaged over some iterations and added up over all hidden layers (paper, section 3.4). Rows lie label after label.
/// </summary>
internal sealed class RecurrentClassifier : IDisposable
{
    private readonly RecurrentWeights _weights;
    private readonly RecurrentOptions _options;
    private readonly MatrixProducts _products;
    private readonly RecurrentPass _pass;
    private readonly Matrix _logits;
    private readonly Matrix _scratch;
    private readonly byte[] _codes;
    private readonly float[][] _scores;
    private readonly float[][] _iterations;
    private readonly bool _byGoodness;

    /// <param name="weights">The network.</param>
    /// <param name="options">How it runs.</param>
    /// <param name="products">Does the products.</param>
    /// <param name="capacity">Images of a batch, at most.</param>
    /// <param name="byGoodness">Whether every label is tried.</param>
    /// <param name="iterations">Iterations to run; at least up to the last one that is scored.</param>
    public RecurrentClassifier(
        RecurrentWeights weights, RecurrentOptions options, MatrixProducts products, int capacity, bool byGoodness, int iterations)
    {
        (_weights, _options, _products, _byGoodness) = (weights, options, products, byGoodness);
        var rows = byGoodness ? weights.Labels : 1;
        _pass = new RecurrentPass(weights, options, products, capacity, rows, 0);
        _logits = new Matrix(capacity, weights.Labels);
        _scratch = new Matrix(capacity, weights.Labels);
        _codes = new byte[capacity * rows];
        _scores = [.. weights.HiddenUnits.Select(_ => new float[capacity * rows])];
        _iterations = [.. Enumerable.Range(0, iterations).Select(_ => new float[capacity * rows])];
    }

    /// <summary>Probability of every label by the bottom-up pass, <c>[capacity, labels]</c>; the first rows are the last batch.</summary>
    public MatrixView Probabilities => _logits.View;

    /// <summary>Goodness of one image with one label in one hidden layer, averaged over the scored iterations.</summary>
    public float Goodness(int layer, int image, int label, int imageCount) => _scores[layer][(label * imageCount) + image];

    /// <summary>Goodness of one image with one label after an iteration (from 0), added up over the hidden layers.</summary>
    public float GoodnessAfter(int iteration, int image, int label, int imageCount) => _iterations[iteration][(label * imageCount) + image];

    /// <summary>Goodness of one image with one label, averaged over the scored iterations and added up over the hidden layers.</summary>
    public float Score(int image, int label, int imageCount)
    {
        var score = 0f;
        for (var layer = 0; layer < _scores.Length; layer++)
        {
            score += Goodness(layer, image, label, imageCount);
        }

        return score;
    }

    /// <summary>The label of the highest <see cref="Score"/>.</summary>
    public int BestLabel(int image, int imageCount)
    {
        var best = 0;
        for (var label = 1; label < _weights.Labels; label++)
        {
            best = Score(image, label, imageCount) > Score(image, best, imageCount) ? label : best;
        }

        return best;
    }

    /// <summary>The label of the highest softmax probability.</summary>
    public int LikeliestLabel(int image) => TensorPrimitives.IndexOfMax<float>(_logits.Row(image));

    /// <summary>Runs a batch through the network.</summary>
    public void Run(PixelBatch batch)
    {
        _pass.Begin(batch.Images);
        var logits = _logits.RowRange(0, batch.Count);
        for (var layer = 0; layer < _pass.Layers.Length; layer++)
        {
            _weights.Head.Accumulate(
                _products, layer, _pass.Layers[layer].FirstNormalised.RowRange(0, batch.Count), _scratch.RowRange(0, batch.Count), logits);
        }

        Softmax.Rows(logits, logits);
        if (_byGoodness)
        {
            Settle(batch.Count);
        }
    }

    public void Dispose()
    {
        _pass.Dispose();
        _logits.Dispose();
        _scratch.Dispose();
    }

    private void Settle(int images)
    {
        var rows = images * _weights.Labels;
        for (var row = 0; row < rows; row++)
        {
            _codes[row] = (byte)(row / images);
        }

        foreach (var scores in _scores)
        {
            Array.Clear(scores);
        }

        var (first, last) = _options.Scored;
        for (var iteration = 1; iteration <= _iterations.Length; iteration++)
        {
            _pass.Iterate(iteration, _codes.AsMemory(0, rows));
            var sums = _iterations[iteration - 1].AsSpan(0, rows);
            sums.Clear();
            for (var layer = 0; layer < _scores.Length; layer++)
            {
                var goodness = _pass.Layers[layer].Goodness.AsSpan(0, rows);
                TensorPrimitives.Add(sums, goodness, sums);
                if (iteration >= first && iteration <= last)
                {
                    TensorPrimitives.MultiplyAdd(goodness, 1f / (last - first + 1), _scores[layer].AsSpan(0, rows), _scores[layer].AsSpan(0, rows));
                }
            }
        }
    }
}
