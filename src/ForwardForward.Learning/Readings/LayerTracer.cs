using System.Numerics.Tensors;
using ForwardForward.Learning.Layers;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Learning.Readings;

/// <summary>What one layer did with two rows of the last batch. Nothing here takes part in learning.</summary>
internal readonly struct LayerTracer
{
    /// <summary>The layer after its step.</summary>
    public required LayerTraining Layer { get; init; }

    /// <summary>The rule it learns by.</summary>
    public required LayerRule Rule { get; init; }

    /// <summary>Row of the positive.</summary>
    public required int Positive { get; init; }

    /// <summary>Row of the negative.</summary>
    public required int Negative { get; init; }

    /// <summary>Constants of the update that was done.</summary>
    public required SmoothedUpdate Update { get; init; }

    /// <summary>Total input of both rows by the present weights, positive first: fills <c>[2, units]</c>.</summary>
    public required Action<MatrixView> ForwardAgain { get; init; }

    /// <summary>Present weights and velocity of a unit, <c>[inputs]</c> each.</summary>
    public required Func<int, (float[] Weights, float[] Velocity)> UnitOf { get; init; }

    /// <summary>Makes the trace.</summary>
    public LayerTrace Trace(Workers workers)
    {
        using var z = new Matrix(2, Layer.Units);
        using var again = new Matrix(2, Layer.Units);
        ForwardAgain(z);
        if (!Rule.Activation.NeedsTotalInput)
        {
            z.View.CopyTo(again);
        }

        Rule.Activation.Apply(Rule.Activation.NeedsTotalInput ? z : again, again);
        Span<float> after = stackalloc float[2];
        Rule.Goodness.Measure(workers, again, after);
        var (positive, negative) = Probabilities(workers);
        var unit = MostMoved();
        var (weights, velocity) = UnitOf(unit);
        return new LayerTrace(
            Rule.ShownThreshold(Layer.Units),
            Row(Positive, positive, after[0]),
            Row(Negative, negative, after[1]),
            unit,
            Before(weights, velocity),
            weights);
    }

    private RowTrace Row(int row, float probability, float after)
    {
        var activities = Layer.Activities.Activities.Row(row);
        var rms = MathF.Sqrt(TensorPrimitives.SumOfSquares<float>(activities) / activities.Length);
        return new RowTrace(activities.ToArray(), rms, Layer.Activities.Goodness[row], probability, after);
    }

    // A layer in blocks gives a verdict for each: their mean.
    private (float Positive, float Negative) Probabilities(Workers workers)
    {
        var units = Layer.Units / Rule.Blocks;
        double positive = 0, negative = 0;
        Span<float> goodness = stackalloc float[4];
        for (var block = 0; block < Rule.Blocks; block++)
        {
            Rule.Goodness.Measure(workers, Block(Positive, block, units), goodness[..1]);
            Rule.Goodness.Measure(workers, Block(Negative, block, units), goodness.Slice(1, 1));
            var sums = Rule.Loss.Evaluate(
                goodness[..1], goodness.Slice(1, 1), Rule.Goodness.Threshold(Rule.ThresholdPerUnit, units), 1, goodness.Slice(2, 1), goodness.Slice(3, 1));
            positive += sums.PositiveProbability;
            negative += sums.NegativeProbability;
        }

        return ((float)(positive / Rule.Blocks), (float)(negative / Rule.Blocks));
    }

    private MatrixView Block(int row, int block, int units) => Layer.Activities.Activities.RowRange(row, 1).ColumnRange(block * units, units);

    private int MostMoved()
    {
        var positive = Layer.Dz.Row(Positive);
        var negative = Layer.Dz.Row(Negative);
        var (best, most) = (0, 0f);
        for (var unit = 0; unit < positive.Length; unit++)
        {
            var wish = MathF.Abs(positive[unit]) + MathF.Abs(negative[unit]);
            (best, most) = wish > most ? (unit, wish) : (best, most);
        }

        return most > 0 ? best : TensorPrimitives.IndexOfMax<float>(Layer.Activities.Activities.Row(Positive));
    }

    // The update run backwards: w = (1 - rate decay) before + rate velocity.
    private float[] Before(float[] weights, float[] velocity)
    {
        var before = new float[weights.Length];
        TensorPrimitives.MultiplyAdd(velocity, -Update.LearningRate, weights, before);
        TensorPrimitives.Divide(before, 1 - (Update.LearningRate * Update.WeightDecay), before);
        return before;
    }
}
