using ForwardForward.Frames;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Learning.Readings;

/// <summary>
/// What units look for in the image: the weights of the first layer, and for a layer above the fields of the layer below weighted by its own
/// weights (<see cref="Layers.ReceptiveFields"/>). Where fields are local, whole channels are shown.
/// </summary>
public sealed class ReceptiveFieldReading : Reading
{
    /// <summary>Name of the reading.</summary>
    public const string Name = "receptive-fields";

    /// <summary>Fields of one frame, at most.</summary>
    public const int Most = 1024;

    private const int Usual = 100;
    private readonly Trainer _trainer;

    /// <param name="trainer">Whose layers it shows: those at the bottom that see a picture.</param>
    public ReceptiveFieldReading(Trainer trainer)
    {
        _trainer = trainer;
        Info = new ReadingInfo(Name, "Receptive fields", "What each unit looks for: vermilion where it wants no ink, teal where it wants some.", FrameKind.Image)
        {
            Layers = [.. trainer.LayerReadings.Layers.TakeWhile(layer => layer.FieldWidth > 0).Select(layer => new ReadingLayer(layer.Name, layer.Units, ShapeOf(layer)))],
            MostTiles = Most,
            IsKept = true,
        };
    }

    /// <inheritdoc/>
    public override ReadingInfo Info { get; }

    /// <summary>Fields as a frame.</summary>
    /// <param name="step">Mini-batches done.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="first">Unit of the first field.</param>
    /// <param name="fields">The fields, <c>[count, height, width, channels]</c>.</param>
    /// <exception cref="ArgumentException">The fields do not fill whole pictures.</exception>
    public static ImageFrame FrameOf(long step, LayerDescription layer, int first, float[] fields)
    {
        var shape = ShapeOf(layer);
        var frame = new ImageFrame(step, shape, ImageRange.Signed, fields)
        {
            First = first,
            LabelValues = layer.LabelPixels < shape.Values ? layer.LabelPixels : 0,
        };
        return Locations(layer) is { } locations && frame.Count % locations.Count == 0 ? frame with { Locations = locations } : frame;
    }

    /// <inheritdoc/>
    protected override Frame? Answer(in ReadingQuery query)
    {
        if (Info.Layers.Count == 0)
        {
            return null;
        }

        var index = query.Layer ?? 0;
        var layer = _trainer.LayerReadings.Layers[index];
        var (first, count) = Range(layer, query.First, query.Count ?? Usual);
        var fields = new float[count * ShapeOf(layer).Values];
        _trainer.LayerReadings.CopyReceptiveFields(index, first, count, fields);
        return FrameOf(_trainer.Course.CompletedSteps, layer, first, fields);
    }

    private static ImageShape ShapeOf(LayerDescription layer) => new(layer.FieldWidth, layer.FieldHeight, layer.FieldChannels);

    // A field that reaches beyond the picture, over its padding, cannot be cut out of it: such fields are shown in the whole picture.
    private static LocationGrid? Locations(LayerDescription layer) =>
        layer.Grid is { Start: 0 } grid && new LocationGrid(grid.Columns, grid.Rows, grid.Size, grid.Stride) is var locations && locations.FitsIn(ShapeOf(layer)) ? locations : null;

    // Whole channels, the one that the first unit belongs to first.
    private static (int First, int Count) Range(LayerDescription layer, int first, int count)
    {
        var together = Locations(layer)?.Count ?? 1;
        first -= first % together;
        count = Math.Max(1, count / together) * together;
        return (first, Math.Min(count, layer.Units - first));
    }
}
