using System.Numerics.Tensors;
using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Losses;
using ForwardForward.Learning.Optimisation;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Learning.Supervised;

/// <summary>
/// One layer's own part of a step, from its activities to the derivatives by total input: goodness, loss, slopes, peer normalisation
/// and biases. No derivative crosses to another layer.
/// </summary>
internal sealed class LayerTraining : IDisposable
{
    private readonly SupervisedOptions _options;
    private readonly RowBlocks _blocks;
    private readonly float[] _slopes;
    private readonly int[] _rows;
    private readonly float[] _biasGradient;
    private readonly Matrix _dz;

    public LayerTraining(SupervisedOptions options, RowBlocks blocks, int units)
    {
        (_options, _blocks) = (options, blocks);
        Units = units;
        Threshold = options.Goodness.Threshold(options.ThresholdPerUnit, units);
        Activities = new LayerActivities(blocks.All, units, options.Activation, options.Goodness);
        Peer = new PeerNormalisation(units, options.PeerStrength);
        _slopes = new float[blocks.Learning];
        _rows = new int[blocks.Learning];
        _biasGradient = new float[units];
        _dz = new Matrix(blocks.Learning + 1, units);
    }

    public int Units { get; }

    public float Threshold { get; }

    public LayerActivities Activities { get; }

    public PeerNormalisation Peer { get; }

    /// <summary>How many rows have something to say in this step.</summary>
    public int LiveRows { get; private set; }

    /// <summary>Those rows, ascending.</summary>
    public ReadOnlySpan<int> Rows => _rows.AsSpan(0, LiveRows);

    /// <summary>Their derivatives by total input, <c>[live rows + 1, units]</c>; the last row is room for the peers' term.</summary>
    public MatrixView Dz => _dz.RowRange(0, LiveRows + 1);

    /// <summary>Goodness against threshold, row by row: fills <see cref="Rows"/> and <see cref="Dz"/>.</summary>
    public LayerReport Differentiate()
    {
        var report = Judge();
        LiveRows = FindLiveRows();
        _options.Goodness.Differentiate(Activities.Activities, _slopes, Rows, _dz);
        if (!(_options.Activation.IsRectifier && _options.Goodness.DerivativeVanishesAtZero))
        {
            _options.Activation.Differentiate(Activities.TotalInput, Activities.Activities, Rows, _dz);
        }

        if (Peer.IsOn)
        {
            Peer.Observe(Activities.Activities.RowRange(_blocks.FirstPositive, _blocks.Batch));
        }

        return report;
    }

    /// <summary>Updates the biases: smoothed like the weights, but never decayed.</summary>
    public void LearnBiases(in SmoothedUpdate update, float[] velocity, float[] biases)
    {
        RowMath.SumRows(_dz.RowRange(0, LiveRows), _biasGradient);
        if (Peer.IsOn)
        {
            TensorPrimitives.MultiplyAdd(Peer.Term, _blocks.Batch, _biasGradient, _biasGradient);
        }

        RowMath.Update(_biasGradient, update with { WeightDecay = 0 }, velocity, biases);
    }

    public void Dispose()
    {
        Activities.Dispose();
        _dz.Dispose();
    }

    private LayerReport Judge()
    {
        var goodness = Activities.Goodness;
        var positive = goodness.Slice(_blocks.FirstPositive, _blocks.Batch);
        var positiveSlopes = _slopes.AsSpan(_blocks.FirstPositive, _blocks.Batch);
        positiveSlopes.Clear();
        var sums = default(LossSums);
        var misordered = 0;
        for (var start = 0; start < _blocks.Negatives; start += _blocks.Batch)
        {
            var negative = goodness.Slice(start, _blocks.Batch);
            var part = _options.Loss.Evaluate(
                positive, negative, Threshold, 1f / _blocks.PerPositive, positiveSlopes, _slopes.AsSpan(start, _blocks.Batch));
            sums = new LossSums(
                sums.Loss + part.Loss, sums.PositiveProbability + part.PositiveProbability, sums.NegativeProbability + part.NegativeProbability);
            for (var i = 0; i < _blocks.Batch; i++)
            {
                misordered += negative[i] >= positive[i] ? 1 : 0;
            }
        }

        var pairs = (double)_blocks.Negatives;
        return new LayerReport(
            TensorPrimitives.Sum<float>(positive) / _blocks.Batch,
            TensorPrimitives.Sum<float>(goodness[.._blocks.Negatives]) / _blocks.Negatives,
            (float)(sums.PositiveProbability / pairs),
            (float)(sums.NegativeProbability / pairs),
            (float)(misordered / pairs),
            ActiveShare(),
            (float)(sums.Loss / (2 * pairs)));
    }

    public float ActiveShare() =>
        (float)RowMath.CountNonZero(Activities.Activities.RowRange(0, _blocks.Learning)) / ((float)_blocks.Learning * Units);

    private int FindLiveRows()
    {
        var silent = _options.Savings.SkipSilentRows ? Savings.SilentSlope : -1;
        var count = 0;
        for (var row = 0; row < _slopes.Length; row++)
        {
            if (!(MathF.Abs(_slopes[row]) <= silent))
            {
                _rows[count++] = row;
            }
        }

        return count;
    }
}
