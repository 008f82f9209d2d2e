using System.Numerics.Tensors;
using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Optimisation;
using ForwardForward.Learning.Readings;
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
    private readonly BlockLoss _loss;
    private readonly float[] _biasGradient;
    private readonly float[] _inputSum;
    private readonly Matrix _dz;

    /// <param name="rule">How it learns.</param>
    /// <param name="workers">The threads that share the work.</param>
    /// <param name="blocks">Where the rows lie.</param>
    /// <param name="inputs">Values that come in.</param>
    /// <param name="units">Units.</param>
    public LayerTraining(LayerRule rule, Workers workers, RowBlocks blocks, int inputs, int units)
    {
        (_rule, _workers, _blocks) = (rule, workers, blocks);
        Units = units;
        Activities = new LayerActivities(blocks.All, units, rule.Activation, rule.Goodness);
        Peer = new PeerNormalisation(units, rule.PeerStrength);
        _loss = new BlockLoss(rule, workers, blocks, units);
        _biasGradient = new float[units];
        _inputSum = new float[Peer.IsOn ? inputs : 0];
        _dz = new Matrix(blocks.Learning, units);
    }

    public int Units { get; }

    public LayerActivities Activities { get; }

    public PeerNormalisation Peer { get; }

    /// <summary>Derivatives by total input, without the peers' term: <c>[learning rows, units]</c>.</summary>
    public MatrixView Dz => _dz.View;

    /// <summary>Goodness against threshold, row by row: fills <see cref="Dz"/> and the peers' term.</summary>
    public LayerMeasures Differentiate()
    {
        var activities = Activities.Activities.RowRange(0, _blocks.Learning);
        var report = _loss.Differentiate(activities, Activities.Goodness[.._blocks.Learning], _dz) with { ActiveShare = ActiveShare() };
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
    public bool HasSlope(int row) => _loss.HasSlope(row);

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

    /// <summary>Updates weights and biases of a layer by <see cref="Dz"/> and the peers' term.</summary>
    /// <param name="products">Does the products.</param>
    /// <param name="x">What came in, <c>[learning rows, inputs]</c>.</param>
    /// <param name="update">Constants.</param>
    /// <param name="velocity">The smoothed gradient.</param>
    /// <param name="weights">The weights.</param>
    public void Learn(MatrixProducts products, MatrixView x, in SmoothedUpdate update, IHiddenLayer velocity, IHiddenLayer weights)
    {
        LearnBiases(update, velocity.Biases, weights.Biases);

        // The peers' term is the same for every positive row, so it makes a rank-one term: the sum of their inputs times it.
        if (Peer.IsOn)
        {
            RowKernels.ColumnSums(_workers, x.RowRange(_blocks.FirstPositive, _blocks.Batch), _inputSum);
        }

        weights.Learn(products, x, _dz, _inputSum, Peer.Term, update, velocity);
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
