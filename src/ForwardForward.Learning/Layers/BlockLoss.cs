using System.Numerics.Tensors;
using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Losses;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Learning.Layers;

/// <summary>
/// The local loss of a layer: the goodness of positive rows against that of their negatives, and by how much each activity should rise. A layer
/// may be cut into blocks of units, each with a goodness, a threshold and a loss of its own (paper, section 6); one block is the usual layer.
/// </summary>
internal sealed class BlockLoss
{
    private readonly LayerRule _rule;
    private readonly Workers _workers;
    private readonly RowBlocks _rows;
    private readonly int _unitsPerBlock;
    private readonly float[][] _slopes;
    private readonly float[] _blockGoodness;

    /// <param name="rule">How the layer learns.</param>
    /// <param name="workers">The threads that share the work.</param>
    /// <param name="rows">Where the rows lie.</param>
    /// <param name="units">Units of the layer.</param>
    public BlockLoss(LayerRule rule, Workers workers, RowBlocks rows, int units)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(units % rule.Blocks, 0, nameof(rule));
        (_rule, _workers, _rows) = (rule, workers, rows);
        _unitsPerBlock = units / rule.Blocks;
        _slopes = [.. Enumerable.Range(0, rule.Blocks).Select(_ => new float[rows.Learning])];
        _blockGoodness = new float[rule.Blocks > 1 ? rows.Learning : 0];
    }

    /// <summary>
    /// Writes the derivatives by activity of every learning row, zeros for rows that have nothing to say, and tells how well the layer does;
    /// its share of active units is left at 0.
    /// </summary>
    /// <param name="activities">Activities before normalisation, <c>[learning rows, units]</c>.</param>
    /// <param name="goodness">Goodness of the whole layer, <c>[learning rows]</c>.</param>
    /// <param name="dy">Destination, <c>[learning rows, units]</c>.</param>
    public LayerMeasures Differentiate(MatrixView activities, ReadOnlySpan<float> goodness, MatrixView dy)
    {
        var sums = default(LossSums);
        for (var block = 0; block < _slopes.Length; block++)
        {
            sums = Add(sums, Evaluate(GoodnessOf(block, activities, goodness), _slopes[block]));
            SilenceCertainRows(_slopes[block]);
            _rule.Goodness.Differentiate(_workers, UnitsOf(block, activities), _slopes[block], UnitsOf(block, dy));
        }

        var rows = (double)_rows.Negatives * _slopes.Length;
        return new LayerMeasures(
            TensorPrimitives.Sum(goodness.Slice(_rows.FirstPositive, _rows.Batch)) / _rows.Batch,
            TensorPrimitives.Sum(goodness[.._rows.Negatives]) / _rows.Negatives,
            (float)(sums.PositiveProbability / rows),
            (float)(sums.NegativeProbability / rows),
            (float)((double)Misordered(goodness) / _rows.Negatives),
            0,
            (float)(sums.Loss / (2 * rows)));
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

    private static LossSums Add(LossSums a, LossSums b) =>
        new(a.Loss + b.Loss, a.PositiveProbability + b.PositiveProbability, a.NegativeProbability + b.NegativeProbability);

    private LossSums Evaluate(ReadOnlySpan<float> goodness, Span<float> slopes)
    {
        var threshold = _rule.Goodness.Threshold(_rule.ThresholdPerUnit, _unitsPerBlock);
        var positive = goodness.Slice(_rows.FirstPositive, _rows.Batch);
        var positiveSlopes = slopes.Slice(_rows.FirstPositive, _rows.Batch);
        positiveSlopes.Clear();
        var sums = default(LossSums);
        for (var start = 0; start < _rows.Negatives; start += _rows.Batch)
        {
            sums = Add(sums, _rule.Loss.Evaluate(
                positive, goodness.Slice(start, _rows.Batch), threshold, 1f / _rows.PerPositive, positiveSlopes, slopes.Slice(start, _rows.Batch)));
        }

        return sums;
    }

    private int Misordered(ReadOnlySpan<float> goodness)
    {
        var count = 0;
        for (var row = 0; row < _rows.Negatives; row++)
        {
            count += goodness[row] >= goodness[_rows.FirstPositive + (row % _rows.Batch)] ? 1 : 0;
        }

        return count;
    }

    // The whole layer's goodness is there already.
    private ReadOnlySpan<float> GoodnessOf(int block, MatrixView activities, ReadOnlySpan<float> goodness)
    {
        if (_slopes.Length == 1)
        {
            return goodness[.._rows.Learning];
        }

        _rule.Goodness.Measure(_workers, UnitsOf(block, activities), _blockGoodness);
        return _blockGoodness;
    }

    private MatrixView UnitsOf(int block, MatrixView values) => values.ColumnRange(block * _unitsPerBlock, _unitsPerBlock);

    private void SilenceCertainRows(Span<float> slopes)
    {
        if (_rule.SkipSilentRows)
        {
            foreach (ref var slope in slopes)
            {
                // The products leave out rows of zeros. NaN stays, so that it shows.
                slope = MathF.Abs(slope) <= ExactShortcuts.SilentSlope ? 0 : slope;
            }
        }
    }
}
