using System.Numerics.Tensors;
using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Losses;
using ForwardForward.Learning.Supervised;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Learning.Recurrent;

/// <summary>Holds the goodness of positive rows against that of their negatives, and says by how much each should rise.</summary>
internal static class PairJudge
{
    /// <summary>Fills the slopes of every learning row, and tells how well the layer does; its share of active units is left at 0.</summary>
    /// <param name="rule">How the layer learns.</param>
    /// <param name="blocks">Where the rows lie.</param>
    /// <param name="threshold">The goodness at which the layer is undecided.</param>
    /// <param name="goodness">Goodness of every learning row.</param>
    /// <param name="slopes">By how much it should rise, likewise; zero for rows that have nothing to say.</param>
    public static LayerReport Judge(LayerRule rule, RowBlocks blocks, float threshold, ReadOnlySpan<float> goodness, Span<float> slopes)
    {
        var positive = goodness.Slice(blocks.FirstPositive, blocks.Batch);
        var positiveSlopes = slopes.Slice(blocks.FirstPositive, blocks.Batch);
        positiveSlopes.Clear();
        var sums = default(LossSums);
        var misordered = 0;
        for (var start = 0; start < blocks.Negatives; start += blocks.Batch)
        {
            var negative = goodness.Slice(start, blocks.Batch);
            var part = rule.Loss.Evaluate(positive, negative, threshold, 1f / blocks.PerPositive, positiveSlopes, slopes.Slice(start, blocks.Batch));
            sums = new LossSums(
                sums.Loss + part.Loss, sums.PositiveProbability + part.PositiveProbability, sums.NegativeProbability + part.NegativeProbability);
            for (var i = 0; i < blocks.Batch; i++)
            {
                misordered += negative[i] >= positive[i] ? 1 : 0;
            }
        }

        if (rule.SkipSilentRows)
        {
            SilenceCertainRows(slopes[..blocks.Learning]);
        }

        var pairs = (double)blocks.Negatives;
        return new LayerReport(
            TensorPrimitives.Sum(positive) / blocks.Batch,
            TensorPrimitives.Sum(goodness[..blocks.Negatives]) / blocks.Negatives,
            (float)(sums.PositiveProbability / pairs),
            (float)(sums.NegativeProbability / pairs),
            (float)(misordered / pairs),
            0,
            (float)(sums.Loss / (2 * pairs)));
    }

    private static void SilenceCertainRows(Span<float> slopes)
    {
        foreach (ref var slope in slopes)
        {
            // The products leave out rows of zeros. NaN stays, so that it shows.
            slope = MathF.Abs(slope) <= Savings.SilentSlope ? 0 : slope;
        }
    }
}
