using System.Numerics.Tensors;
using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Optimisation;
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
    private readonly BlockJudge _judge;
    private readonly float[] _biasGradient;
    private readonly Matrix _dz;

    public LayerTraining(LayerRule rule, Workers workers, RowBlocks blocks, int units)
    {
        (_rule, _workers, _blocks) = (rule, workers, blocks);
        Units = units;
        Activities = new LayerActivities(blocks.All, units, rule.Activation, rule.Goodness);
        Peer = new PeerNormalisation(units, rule.PeerStrength);
        _judge = new BlockJudge(rule, workers, blocks, units);
        _biasGradient = new float[units];
        _dz = new Matrix(blocks.Learning, units);
    }

    public int Units { get; }

    public LayerActivities Activities { get; }

    public PeerNormalisation Peer { get; }

    /// <summary>Derivatives by total input, without the peers' term: <c>[learning rows, units]</c>.</summary>
    public MatrixView Dz => _dz.View;

    /// <summary>Goodness against threshold, row by row: fills <see cref="Dz"/> and the peers' term.</summary>
    public LayerReport Differentiate()
    {
        var activities = Activities.Activities.RowRange(0, _blocks.Learning);
        var report = _judge.Differentiate(activities, Activities.Goodness[.._blocks.Learning], _dz) with { ActiveShare = ActiveShare() };
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
    public bool HasSlope(int row) => _judge.HasSlope(row);

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

    private float ActiveShare() =>
        (float)RowKernels.CountNonZero(Activities.Activities.RowRange(0, _blocks.Learning)) / ((float)_blocks.Learning * Units);
}
