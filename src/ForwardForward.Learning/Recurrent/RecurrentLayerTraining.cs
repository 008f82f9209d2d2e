using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Readings;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Rows;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Learning.Recurrent;

/// <summary>
/// One layer's own part of a step: after every trained iteration goodness, loss and the derivatives by total input, kept until the step's end.
/// What a layer hears from its neighbours, and its own activity of the iteration before, count as given: no derivative crosses to another layer
/// or back in time.
/// </summary>
internal sealed class RecurrentLayerTraining : IDisposable
{
    private readonly RecurrentLayerActivities _activities;
    private readonly LayerRule _rule;
    private readonly Workers _workers;
    private readonly RowBlocks _blocks;
    private readonly BlockLoss _loss;
    private readonly float[] _goodness;
    private readonly float[] _biasGradient;
    private readonly Matrix _dz;
    private LayerMeasures _sum;
    private int _iterations;

    public RecurrentLayerTraining(RecurrentLayerActivities activities, LayerRule rule, Workers workers, RowBlocks blocks, int iterations)
    {
        (_activities, _rule, _workers, _blocks) = (activities, rule, workers, blocks);
        Units = activities.First.Columns;
        _loss = new BlockLoss(rule, workers, blocks, Units);
        _goodness = new float[blocks.Learning];
        _biasGradient = new float[Units];
        _dz = new Matrix(iterations * blocks.Learning, Units);
    }

    public int Units { get; }

    /// <summary>Derivatives by total input, iteration after iteration, the factor that damping leaves left out: <c>[iterations * rows, units]</c>.</summary>
    public MatrixView Dz => _dz.View;

    /// <summary>Goodness of every row, averaged over the trained iterations: <c>[rows]</c>.</summary>
    public ReadOnlySpan<float> Goodness => _goodness;

    /// <summary>A new batch begins.</summary>
    public void Begin()
    {
        (_sum, _iterations) = (default, 0);
        Array.Clear(_goodness);
    }

    /// <summary>Takes in one trained iteration.</summary>
    public void Differentiate()
    {
        var dz = _dz.RowRange(_iterations * _blocks.Learning, _blocks.Learning);
        var measures = _loss.Differentiate(_activities.Activities, _activities.Goodness, dz);

        // Some of an activity is left from before: only units that were active in this very iteration can be changed by their input.
        for (var row = 0; row < _goodness.Length; row++)
        {
            if (_loss.HasSlope(row))
            {
                _rule.Activation.Differentiate(_activities.TotalInput.RowRange(row, 1), _activities.Computed.RowRange(row, 1), dz.RowRange(row, 1));
            }

            _goodness[row] += (_activities.Goodness[row] - _goodness[row]) / (_iterations + 1);
        }

        _iterations++;
        _sum = new LayerMeasures(
            _sum.PositiveGoodness + measures.PositiveGoodness,
            _sum.NegativeGoodness + measures.NegativeGoodness,
            _sum.PositiveProbability + measures.PositiveProbability,
            _sum.NegativeProbability + measures.NegativeProbability,
            _sum.PairwiseError + measures.PairwiseError,
            0,
            _sum.Loss + measures.Loss);
    }

    /// <summary>Means over the trained iterations; the share of active units is that of the last iteration, before damping.</summary>
    public LayerMeasures Measure() => new(
        _sum.PositiveGoodness / _iterations,
        _sum.NegativeGoodness / _iterations,
        _sum.PositiveProbability / _iterations,
        _sum.NegativeProbability / _iterations,
        _sum.PairwiseError / _iterations,
        (float)RowKernels.CountNonZero(_activities.Computed) / ((float)_blocks.Learning * Units),
        _sum.Loss / _iterations);

    /// <summary>Updates the biases: smoothed like the weights, but never decayed.</summary>
    public void LearnBiases(in SmoothedUpdate update, float[] velocity, float[] biases)
    {
        RowKernels.ColumnSums(_workers, _dz, _biasGradient);
        RowMath.Update(_biasGradient, update with { WeightDecay = 0 }, velocity, biases);
    }

    /// <summary>This layer on the last batch: goodness averaged over the trained iterations, units as they were in the last one.</summary>
    /// <param name="weightRms">Root mean square of its weights.</param>
    public LayerStatistics Statistics(float weightRms)
    {
        var activeRows = new int[Units];
        for (var row = 0; row < _blocks.Learning; row++)
        {
            var computed = _activities.Computed.Row(row);
            for (var unit = 0; unit < computed.Length; unit++)
            {
                activeRows[unit] += computed[unit] != 0 ? 1 : 0;
            }
        }

        return new LayerStatistics(
            _goodness.AsSpan(_blocks.FirstPositive, _blocks.Batch).ToArray(),
            _goodness.AsSpan(0, _blocks.Negatives).ToArray(),
            (float)(activeRows.Sum(rows => (double)rows) / ((double)_blocks.Learning * Units)),
            activeRows.Count(rows => rows == 0),
            activeRows.Count(rows => rows == _blocks.Learning),
            weightRms);
    }

    public void Dispose() => _dz.Dispose();
}
