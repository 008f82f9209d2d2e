using System.Numerics.Tensors;
using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Optimisation;
using ForwardForward.Learning.Trainers;
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
    private readonly SupervisedSettings _options;
    private readonly MatrixProducts _products;
    private readonly LabelledBatch _batch;
    private readonly RowBlocks _blocks;
    private readonly StepPhases _phases;
    private readonly byte[] _codes;
    private readonly float[] _scales;
    private readonly Matrix _labelInputs;
    private readonly Matrix _imageProducts;
    private readonly Matrix _labelGradient;
    private readonly float[] _imageSum;
    private readonly Matrix _joined;
    private readonly Matrix _scaledImages;

    public FirstLayerTraining(
        LabelledImageLayer weights,
        LabelledImageLayer velocity,
        SupervisedSettings options,
        MatrixProducts products,
        LabelledBatch batch,
        RowBlocks blocks,
        StepPhases phases)
    {
        (_weights, _velocity, _options, _products, _batch, _blocks, _phases) = (weights, velocity, options, products, batch, blocks, phases);
        _codes = new byte[blocks.All];
        _scales = new float[blocks.All];
        _labelInputs = new Matrix(weights.Labels + 1, weights.Units);
        _imageProducts = new Matrix(blocks.Batch, weights.Units);
        _labelGradient = new Matrix(weights.Labels, weights.Units);
        _imageSum = new float[weights.ImagePixels];
        _joined = new Matrix(options.Savings.SharedImageProduct ? blocks.Batch : 0, weights.Units);
        _scaledImages = new Matrix(options.Savings.SharedImageProduct ? 0 : blocks.Learning, weights.ImagePixels);
    }

    /// <summary>Label of every row, <c>[rows]</c>; to be set before <see cref="Forward"/>.</summary>
    public Span<byte> Codes => _codes;

    /// <summary>Prepares what all rows of the batch share.</summary>
    public void Begin()
    {
        _phases.Enter(StepPhase.LabelJoining);
        _weights.LabelInputs(_options.LabelStrength, _labelInputs);
        if (_options.Savings.SharedImageProduct)
        {
            _phases.Enter(StepPhase.ImageProduct);
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
                _phases.Enter(StepPhase.ImageProduct);
                _products.Forward(_batch.Images, _weights.ImageWeights, [], ForwardEpilogue.Linear, z);
            }

            _phases.Enter(StepPhase.LabelJoining);
            _batch.Scales(LabelCodes.Energy(_codes[start], _weights.Labels, _options.LabelStrength), _scales.AsSpan(start, _blocks.Batch));
            new LabelInputJob
            {
                ImageProducts = products,
                LabelInputs = _labelInputs,
                Codes = _codes.AsMemory(start, _blocks.Batch),
                Scales = _scales.AsMemory(start, _blocks.Batch),
                Biases = _weights.Biases,
                Epilogue = _options.Activation.Epilogue,
                TotalInput = z,
            }.Share(_products.Workers);
        }
    }

    /// <summary>Updates image and label weights; biases are the caller's.</summary>
    public void Learn(LayerTraining layer, in SmoothedUpdate update)
    {
        _phases.Enter(StepPhase.Derivatives);
        LabelGradient(layer);
        SumPositiveImages(layer.Peer);
        var (x, dz) = _options.Savings.SharedImageProduct ? JoinRowsOfImages(layer.Dz) : KeepRowsApart(layer.Dz);
        _phases.Enter(StepPhase.Update);
        _products.WeightUpdate(
            x, dz, layer.Peer.IsOn ? _imageSum : [], layer.Peer.Term, update, _velocity.ImageWeights, _weights.ImageWeights);
        _phases.Enter(StepPhase.Derivatives);
        RowMath.Update(_labelGradient.Values, update, _velocity.LabelWeights.Values, _weights.LabelWeights.Values);
    }

    public void Dispose()
    {
        _labelInputs.Dispose();
        _imageProducts.Dispose();
        _labelGradient.Dispose();
        _joined.Dispose();
        _scaledImages.Dispose();
    }

    private (MatrixView X, MatrixView Dz) JoinRowsOfImages(MatrixView dz)
    {
        new RowSumJob { Dz = dz, Scales = _scales, Joined = _joined }.Share(_products.Workers);
        return (_batch.Images, _joined);
    }

    private (MatrixView X, MatrixView Dz) KeepRowsApart(MatrixView dz)
    {
        for (var row = 0; row < _blocks.Learning; row++)
        {
            TensorPrimitives.Multiply(_batch.Images.Row(row % _blocks.Batch), _scales[row], _scaledImages.Row(row));
        }

        return (_scaledImages, dz);
    }

    private void SumPositiveImages(PeerNormalisation peer)
    {
        Array.Clear(_imageSum);
        for (var image = 0; peer.IsOn && image < _blocks.Batch; image++)
        {
            TensorPrimitives.MultiplyAdd(_batch.Images.Row(image), _scales[_blocks.FirstPositive + image], _imageSum, _imageSum);
        }
    }

    private void LabelGradient(LayerTraining layer)
    {
        _labelGradient.View.Fill(0);
        for (var row = 0; row < _blocks.Learning; row++)
        {
            var gradient = _labelGradient.Row(_codes[row]);
            var input = _options.LabelStrength * _scales[row];
            if (layer.HasSlope(row))
            {
                TensorPrimitives.MultiplyAdd(layer.Dz.Row(row), input, gradient, gradient);
            }

            if (row >= _blocks.FirstPositive && layer.Peer.IsOn)
            {
                TensorPrimitives.MultiplyAdd(layer.Peer.Term, input, gradient, gradient);
            }
        }
    }
}
