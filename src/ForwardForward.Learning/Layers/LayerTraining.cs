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
/// and biases. No derivative crosses to another layer. A layer may be cut into blocks of units, each with a goodness, a threshold and a
/// verdict of its own (paper, section 6); one block is the usual layer.
/// </summary>
internal sealed class LayerTraining : IDisposable
{
    private readonly LayerRule _rule;
    private readonly Workers _workers;
    private readonly RowBlocks _blocks;
    private readonly int _unitsPerBlock;
    private readonly float[][] _slopes;
    private readonly float[] _blockGoodness;
    private readonly float[] _biasGradient;
    private readonly Matrix _dz;

    public LayerTraining(LayerRule rule, Workers workers, RowBlocks blocks, int units)
    {
        (_rule, _workers, _blocks) = (rule, workers, blocks);
        Units = units;
        Threshold = rule.Goodness.Threshold(rule.ThresholdPerUnit, units);
        Activities = new LayerActivities(blocks.All, units, rule.Activation, rule.Goodness);
        Peer = new PeerNormalisation(units, rule.PeerStrength);
        ArgumentOutOfRangeException.ThrowIfNotEqual(units % rule.Blocks, 0, nameof(rule));
        _unitsPerBlock = units / rule.Blocks;
        _slopes = [.. Enumerable.Range(0, rule.Blocks).Select(_ => new float[blocks.Learning])];
        _blockGoodness = new float[rule.Blocks > 1 ? blocks.Learning : 0];
        _biasGradient = new float[units];
        _dz = new Matrix(blocks.Learning, units);
    }

    public int Units { get; }

    public float Threshold { get; }

    public LayerActivities Activities { get; }

    public PeerNormalisation Peer { get; }

    /// <summary>Derivatives by total input, without the peers' term: <c>[learning rows, units]</c>.</summary>
    public MatrixView Dz => _dz.View;

    /// <summary>Goodness against threshold, row by row: fills <see cref="Dz"/> and the peers' term.</summary>
    public LayerReport Differentiate()
    {
        var report = Judge();
        var activities = Activities.Activities.RowRange(0, _blocks.Learning);
        for (var block = 0; block < _slopes.Length; block++)
        {
            SilenceCertainRows(_slopes[block]);
            _rule.Goodness.Differentiate(_workers, UnitsOf(block, activities), _slopes[block], UnitsOf(block, _dz));
        }

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

    /// <summary>Whether a row's goodness should rise or fall; the derivatives of the others are zero.</summary>
    public bool HasSlope(int row)
    {
        foreach (var slopes in _slopes)
        {
            if (slopes[row] != 0)
            {
                return true;
            }
        }

        return false;
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
        var sums = default(LossSums);
        for (var block = 0; block < _slopes.Length; block++)
        {
            var part = Judge(GoodnessOf(block), _slopes[block]);
            sums = new LossSums(
                sums.Loss + part.Loss, sums.PositiveProbability + part.PositiveProbability, sums.NegativeProbability + part.NegativeProbability);
        }

        var goodness = Activities.Goodness;
        var positive = goodness.Slice(_blocks.FirstPositive, _blocks.Batch);
        var verdicts = (double)_blocks.Negatives * _slopes.Length;
        return new LayerReport(
            TensorPrimitives.Sum<float>(positive) / _blocks.Batch,
            TensorPrimitives.Sum<float>(goodness[.._blocks.Negatives]) / _blocks.Negatives,
            (float)(sums.PositiveProbability / verdicts),
            (float)(sums.NegativeProbability / verdicts),
            (float)((double)Misordered() / _blocks.Negatives),
            ActiveShare(),
            (float)(sums.Loss / (2 * verdicts)));
    }

    private LossSums Judge(ReadOnlySpan<float> goodness, Span<float> slopes)
    {
        var threshold = _rule.Goodness.Threshold(_rule.ThresholdPerUnit, _unitsPerBlock);
        var positive = goodness.Slice(_blocks.FirstPositive, _blocks.Batch);
        var positiveSlopes = slopes.Slice(_blocks.FirstPositive, _blocks.Batch);
        positiveSlopes.Clear();
        var sums = default(LossSums);
        for (var start = 0; start < _blocks.Negatives; start += _blocks.Batch)
        {
            var part = _rule.Loss.Evaluate(
                positive, goodness.Slice(start, _blocks.Batch), threshold, 1f / _blocks.PerPositive, positiveSlopes, slopes.Slice(start, _blocks.Batch));
            sums = new LossSums(
                sums.Loss + part.Loss, sums.PositiveProbability + part.PositiveProbability, sums.NegativeProbability + part.NegativeProbability);
        }

        return sums;
    }

    private int Misordered()
    {
        var goodness = Activities.Goodness;
        var count = 0;
        for (var row = 0; row < _blocks.Negatives; row++)
        {
            count += goodness[row] >= goodness[_blocks.FirstPositive + (row % _blocks.Batch)] ? 1 : 0;
        }

        return count;
    }

    // The whole layer's goodness is there already.
    private ReadOnlySpan<float> GoodnessOf(int block)
    {
        if (_slopes.Length == 1)
        {
            return Activities.Goodness[.._blocks.Learning];
        }

        _rule.Goodness.Measure(_workers, UnitsOf(block, Activities.Activities.RowRange(0, _blocks.Learning)), _blockGoodness);
        return _blockGoodness;
    }

    private MatrixView UnitsOf(int block, MatrixView values) => values.ColumnRange(block * _unitsPerBlock, _unitsPerBlock);

    private float ActiveShare() =>
        (float)RowKernels.CountNonZero(Activities.Activities.RowRange(0, _blocks.Learning)) / ((float)_blocks.Learning * Units);

    private void SilenceCertainRows(Span<float> slopes)
    {
        if (_rule.SkipSilentRows)
        {
            foreach (ref var slope in slopes)
            {
                // The products leave out rows of zeros. NaN stays, so that it shows.
                slope = MathF.Abs(slope) <= Savings.SilentSlope ? 0 : slope;
            }
        }
    }
}
