using System.Numerics.Tensors;
using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Optimisation;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Learning.Supervised;

/// <summary>
/// Forward and update of the first layer. With the shared image product, <c>image W</c> is computed once for all rows of an image, and
/// its rows meet again in the gradient: <c>sum_r scale_r image^T dz_r = image^T (sum_r scale_r dz_r)</c>.
/// </summary>
internal sealed class FirstLayerTraining : IDisposable
{
    private readonly LabelledImageLayer _weights;
    private readonly LabelledImageLayer _velocity;
    private readonly SupervisedOptions _options;
    private readonly MatrixProducts _products;
    private readonly LabelledBatch _batch;
    private readonly RowBlocks _blocks;
    private readonly byte[] _codes;
    private readonly float[] _scales;
    private readonly int[] _slots;
    private readonly Matrix _labelInputs;
    private readonly Matrix _imageProducts;
    private readonly Matrix _labelGradient;
    private readonly Matrix _x;
    private readonly Matrix _dz;

    public FirstLayerTraining(
        LabelledImageLayer weights, LabelledImageLayer velocity, SupervisedOptions options, MatrixProducts products, LabelledBatch batch, RowBlocks blocks)
    {
        (_weights, _velocity, _options, _products, _batch, _blocks) = (weights, velocity, options, products, batch, blocks);
        _codes = new byte[blocks.All];
        _scales = new float[blocks.All];
        _slots = new int[blocks.Learning];
        _labelInputs = new Matrix(weights.Labels + 1, weights.Units);
        _imageProducts = new Matrix(blocks.Batch, weights.Units);
        _labelGradient = new Matrix(weights.Labels, weights.Units);
        var gradientRows = (options.Savings.SharedImageProduct ? blocks.Batch : blocks.Learning) + 1;
        _x = new Matrix(gradientRows, weights.ImagePixels);
        _dz = new Matrix(gradientRows, weights.Units);
    }

    /// <summary>Label of every row, <c>[rows]</c>; to be set before <see cref="Forward"/>.</summary>
    public Span<byte> Codes => _codes;

    /// <summary>Prepares what all rows of the batch share.</summary>
    public void Begin()
    {
        _weights.LabelInputs(_options.LabelStrength, _labelInputs);
        if (_options.Savings.SharedImageProduct)
        {
            _products.Forward(_batch.Images, _weights.ImageWeights, [], ForwardEpilogue.Linear, _imageProducts);
        }
    }

    /// <summary>Total input of the rows from <paramref name="firstRow"/> on; whole blocks of a batch, each of one kind.</summary>
    public void Forward(int firstRow, int rows, MatrixView totalInput)
    {
        for (var start = firstRow; start < firstRow + rows; start += _blocks.Batch)
        {
            var z = totalInput.RowRange(start, _blocks.Batch);
            var products = _options.Savings.SharedImageProduct ? _imageProducts : z;
            if (!_options.Savings.SharedImageProduct)
            {
                _products.Forward(_batch.Images, _weights.ImageWeights, [], ForwardEpilogue.Linear, z);
            }

            var scales = _scales.AsSpan(start, _blocks.Batch);
            _batch.Scales(LabelCodes.Energy(_codes[start], _weights.Labels, _options.LabelStrength), scales);
            _weights.Combine(products, _labelInputs, _codes.AsSpan(start, _blocks.Batch), scales, _options.Activation.Epilogue, z);
        }
    }

    /// <summary>Updates image and label weights; biases are the caller's.</summary>
    /// <param name="rows">The rows that have something to say, ascending.</param>
    /// <param name="dz">Their derivatives by total input, <c>[rows.Length, units]</c>.</param>
    /// <param name="peer">What is added for all positive rows.</param>
    /// <param name="update">Constants of the update.</param>
    public void Learn(ReadOnlySpan<int> rows, MatrixView dz, PeerNormalisation peer, in SmoothedUpdate update)
    {
        var count = _options.Savings.SharedImageProduct ? JoinRowsOfImages(rows, dz) : KeepRowsApart(rows, dz);
        if (peer.IsOn)
        {
            // strength (mean(m) - m) is the same for every positive row, so it makes one row: the sum of their inputs.
            WeightedSumOfPositiveImages(_x.Row(count));
            peer.Term.CopyTo(_dz.Row(count));
            count++;
        }

        LabelGradient(rows, dz, peer);
        _products.WeightUpdate(_x.RowRange(0, count), _dz.RowRange(0, count), update, _velocity.ImageWeights, _weights.ImageWeights);
        RowMath.Update(_labelGradient.Values, update, _velocity.LabelWeights.Values, _weights.LabelWeights.Values);
    }

    public void Dispose()
    {
        _labelInputs.Dispose();
        _imageProducts.Dispose();
        _labelGradient.Dispose();
        _x.Dispose();
        _dz.Dispose();
    }

    private int JoinRowsOfImages(ReadOnlySpan<int> rows, MatrixView dz)
    {
        Array.Fill(_slots, -1);
        for (var k = 0; k < rows.Length; k++)
        {
            _slots[rows[k]] = k;
        }

        var count = 0;
        for (var image = 0; image < _blocks.Batch; image++)
        {
            var joined = false;
            for (var row = image; row < _blocks.Learning; row += _blocks.Batch)
            {
                if (_slots[row] >= 0)
                {
                    var source = dz.Row(_slots[row]);
                    var destination = _dz.Row(count);
                    if (joined)
                    {
                        TensorPrimitives.MultiplyAdd(source, _scales[row], destination, destination);
                    }
                    else
                    {
                        TensorPrimitives.Multiply(source, _scales[row], destination);
                    }

                    joined = true;
                }
            }

            if (joined)
            {
                _batch.Images.Row(image).CopyTo(_x.Row(count));
                count++;
            }
        }

        return count;
    }

    private int KeepRowsApart(ReadOnlySpan<int> rows, MatrixView dz)
    {
        for (var k = 0; k < rows.Length; k++)
        {
            TensorPrimitives.Multiply(_batch.Images.Row(rows[k] % _blocks.Batch), _scales[rows[k]], _x.Row(k));
            dz.Row(k).CopyTo(_dz.Row(k));
        }

        return rows.Length;
    }

    private void WeightedSumOfPositiveImages(Span<float> sum)
    {
        sum.Clear();
        for (var image = 0; image < _blocks.Batch; image++)
        {
            TensorPrimitives.MultiplyAdd(_batch.Images.Row(image), _scales[_blocks.FirstPositive + image], sum, sum);
        }
    }

    private void LabelGradient(ReadOnlySpan<int> rows, MatrixView dz, PeerNormalisation peer)
    {
        _labelGradient.View.Fill(0);
        for (var k = 0; k < rows.Length; k++)
        {
            var gradient = _labelGradient.Row(_codes[rows[k]]);
            TensorPrimitives.MultiplyAdd(dz.Row(k), _options.LabelStrength * _scales[rows[k]], gradient, gradient);
        }

        for (var row = _blocks.FirstPositive; peer.IsOn && row < _blocks.FirstNeutral; row++)
        {
            var gradient = _labelGradient.Row(_codes[row]);
            TensorPrimitives.MultiplyAdd(peer.Term, _options.LabelStrength * _scales[row], gradient, gradient);
        }
    }
}
