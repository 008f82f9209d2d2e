using System.Numerics.Tensors;
using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Losses;
using ForwardForward.Learning.Optimisation;
using ForwardForward.Learning.Supervised;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Rows;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Learning.Layers;

/// <summary>
/// One layer's own part of a step, from its activities to the derivatives by total input: goodness, loss, slopes, peer normalisation
/// and biases. No derivative crosses to another layer.
/// </summary>
internal sealed class LayerTraining : IDisposable
{
    private readonly LayerRule _rule;
    private readonly Workers _workers;
    private readonly RowBlocks _blocks;
    private readonly float[] _slopes;
    private readonly float[] _biasGradient;
    private readonly Matrix _dz;

    public LayerTraining(LayerRule rule, Workers workers, RowBlocks blocks, int units)
    {
        (_rule, _workers, _blocks) = (rule, workers, blocks);
        Units = units;
        Threshold = rule.Goodness.Threshold(rule.ThresholdPerUnit, units);
        Activities = new LayerActivities(blocks.All, units, rule.Activation, rule.Goodness);
        Peer = new PeerNormalisation(units, rule.PeerStrength);
        _slopes = new float[blocks.Learning];
        _biasGradient = new float[units];
        _dz = new Matrix(blocks.Learning, units);
    }

    public int Units { get; }

    public float Threshold { get; }

    public LayerActivities Activities { get; }

    public PeerNormalisation Peer { get; }

    /// <summary>By how much the goodness of every row should rise, <c>[learning rows]</c>; zero for rows that have nothing to say.</summary>
    public ReadOnlySpan<float> Slopes => _slopes;

    /// <summary>Derivatives by total input, without the peers' term: <c>[learning rows, units]</c>.</summary>
    public MatrixView Dz => _dz.View;

    /// <summary>Goodness against threshold, row by row: fills <see cref="Slopes"/>, <see cref="Dz"/> and the peers' term.</summary>
    public LayerReport Differentiate()
    {
        var report = Judge();
        SilenceCertainRows();
        var activities = Activities.Activities.RowRange(0, _blocks.Learning);
        _rule.Goodness.Differentiate(_workers, activities, _slopes, _dz);
        if (!(_rule.Activation.IsRectifier && _rule.Goodness.DerivativeVanishesAtZero))
        {
            _rule.Activation.Differentiate(Activities.TotalInput.RowRange(0, _blocks.Learning), activities, _dz);
        }

        if (Peer.IsOn)
        {
            Peer.Observe(_workers, activities.RowRange(_blocks.FirstPositive, _blocks.Batch));
        }

        return report;
    }

    /// <summary>Updates the biases: smoothed like the weights, but never decayed.</summary>
    public void LearnBiases(in SmoothedUpdate update, float[] velocity, float[] biases)
    {
        RowKernels.ColumnSums(_workers, _dz, _biasGradient);
        if (Peer.IsOn)
        {
            TensorPrimitives.MultiplyAdd(Peer.Term, _blocks.Batch, _biasGradient, _biasGradient);
        }

        RowMath.Update(_biasGradient, update with { WeightDecay = 0 }, velocity, biases);
    }

    /// <summary>This layer on the last batch.</summary>
    /// <param name="weights">Its weights.</param>
    public LayerStatistics Statistics(StatePart weights)
    {
        using var values = new Matrix(weights.Rows, weights.Columns);
        weights.CopyTo(values);
        var rms = MathF.Sqrt(TensorPrimitives.SumOfSquares<float>(values.Values) / values.Values.Length);

        var activeRows = new int[Units];
        for (var row = 0; row < _blocks.Learning; row++)
        {
            var activities = Activities.Activities.Row(row);
            for (var unit = 0; unit < activities.Length; unit++)
            {
                activeRows[unit] += activities[unit] != 0 ? 1 : 0;
            }
        }

        return new LayerStatistics(
            Activities.Goodness.Slice(_blocks.FirstPositive, _blocks.Batch).ToArray(),
            Activities.Goodness[.._blocks.Negatives].ToArray(),
            (float)((double)activeRows.Sum() / ((double)_blocks.Learning * Units)),
            activeRows.Count(rows => rows == 0),
            activeRows.Count(rows => rows == _blocks.Learning),
            rms);
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
            var part = _rule.Loss.Evaluate(
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

    private float ActiveShare() =>
        (float)RowKernels.CountNonZero(Activities.Activities.RowRange(0, _blocks.Learning)) / ((float)_blocks.Learning * Units);

    private void SilenceCertainRows()
    {
        if (_rule.SkipSilentRows)
        {
            foreach (ref var slope in _slopes.AsSpan())
            {
                // The products leave out rows of zeros. NaN stays, so that it shows.
                slope = MathF.Abs(slope) <= Savings.SilentSlope ? 0 : slope;
            }
        }
    }
}
