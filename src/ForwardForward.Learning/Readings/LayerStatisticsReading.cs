using ForwardForward.Frames;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Learning.Readings;

/// <summary>How active the units of every layer were on the last mini-batch, and how large its weights are: a row a layer.</summary>
public sealed class LayerStatisticsReading : Reading
{
    /// <summary>Name of the reading.</summary>
    public const string Name = "layer-statistics";

    private readonly Trainer _trainer;

    /// <param name="trainer">Whose layers it measures.</param>
    public LayerStatisticsReading(Trainer trainer)
    {
        _trainer = trainer;
        Info = new ReadingInfo(Name, "Layers", "Share of activities that are not zero, units that no row or every row activated, and the size of the weights.", FrameKind.Grid)
        {
            NeedsBatch = true,
            IsKept = true,
        };
    }

    /// <inheritdoc/>
    public override ReadingInfo Info { get; }

    /// <summary>Statistics as a frame.</summary>
    /// <param name="step">Mini-batches done.</param>
    /// <param name="layers">The layers.</param>
    /// <param name="statistics">What each did with the batch.</param>
    public static GridFrame FrameOf(long step, IReadOnlyList<LayerDescription> layers, IReadOnlyList<LayerStatistics> statistics) => new(
        step,
        [.. layers.Select(layer => layer.Name)],
        [new GridColumn("active", "share"), new GridColumn("dead units"), new GridColumn("always on"), new GridColumn("weights, root mean square")],
        [.. statistics.SelectMany(layer => new[] { layer.ActiveShare, layer.DeadUnits, layer.AlwaysOnUnits, layer.WeightRms })]);

    /// <inheritdoc/>
    protected override Frame? Answer(in ReadingQuery query)
    {
        var readings = _trainer.LayerReadings;
        return _trainer.HasBatch
            ? FrameOf(_trainer.Course.CompletedSteps, readings.Layers, [.. readings.Layers.Select((_, layer) => readings.MeasureLayer(layer))])
            : null;
    }
}
