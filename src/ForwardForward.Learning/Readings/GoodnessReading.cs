using ForwardForward.Frames;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Learning.Readings;

/// <summary>How the goodness of positive and of negative rows of the last mini-batch spreads in a layer, with the threshold between them (paper, section 2).</summary>
public sealed class GoodnessReading : Reading
{
    /// <summary>Name of the reading.</summary>
    public const string Name = "goodness";

    private readonly Trainer _trainer;

    /// <param name="trainer">Whose last mini-batch it shows.</param>
    public GoodnessReading(Trainer trainer)
    {
        _trainer = trainer;
        Info = new ReadingInfo(Name, "Goodness", "Goodness of the positive and of the negative rows of the last mini-batch; layers learn to part them at the threshold.", FrameKind.Histogram)
        {
            Layers = [.. trainer.LayerReadings.Layers.Select(layer => new ReadingLayer(layer.Name, layer.Units))],
            NeedsBatch = true,
            IsKept = true,
        };
    }

    /// <inheritdoc/>
    public override ReadingInfo Info { get; }

    /// <summary>Goodness as a frame.</summary>
    /// <param name="step">Mini-batches done.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="statistics">What it did with the batch.</param>
    public static HistogramFrame FrameOf(long step, LayerDescription layer, LayerStatistics statistics) => new(step, "goodness",
    [
        new Distribution("positive", statistics.PositiveGoodness, DataRole.Positive),
        new Distribution("negative", statistics.NegativeGoodness, DataRole.Negative),
    ])
    {
        Threshold = layer.Threshold > 0 ? layer.Threshold : null,
    };

    /// <inheritdoc/>
    protected override Frame? Answer(in ReadingQuery query)
    {
        var layer = query.Layer ?? 0;
        return _trainer.HasBatch
            ? FrameOf(_trainer.Course.CompletedSteps, _trainer.LayerReadings.Layers[layer], _trainer.LayerReadings.MeasureLayer(layer))
            : null;
    }
}
